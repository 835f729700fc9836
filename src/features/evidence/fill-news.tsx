import { Button } from '@fluentui/react-components';
import { isDone, needsPerson } from '../../services/file-queue/entry.ts';
import type { QueuedFile } from '../../services/file-queue/file-queue.ts';
import { Notice } from '../../ui/notice.tsx';
import { askingWords, questionNames, standingWords } from './queue-words.ts';

/** The file that is on its way to an item, if there is one: of several, the one that asks. */
export function findFill(files: readonly QueuedFile[] | undefined, item: string): QueuedFile | undefined {
  const mine = files?.filter((entry) => (entry.place.gap ?? entry.place.renews) === item && !isDone(entry)) ?? [];
  return mine.find(needsPerson) ?? mine[0];
}

type Props = { readonly entry: QueuedFile; readonly onAnswer: () => void };

/** What became of the file that was given to an item, said where it was given: the list of files may lie beneath. */
export function FillNews({ entry, onAnswer }: Props) {
  const { standing, marks } = entry;
  if (standing.is !== 'asks') {
    return (
      <Notice kind="info" lead={`${marks.name} is on its way.`}>
        {standingWords(entry)}
      </Notice>
    );
  }
  const { question } = standing;
  return (
    <Notice
      kind="warning"
      lead={`${marks.name}: ${questionNames[question.is]}`}
      actions={
        <Button size="small" onClick={onAnswer}>
          Answer in the list of files
        </Button>
      }
    >
      {askingWords(entry, question, Date.now())}
    </Notice>
  );
}
