import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FileQueue, PersonAnswer, Question, QueuedFile } from '../../services/file-queue/file-queue.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import type { Partner } from '../../workspace/schema/lists.ts';
import { questionNames } from './queue-words.ts';

const useStyles = makeStyles({
  group: { paddingBottom: tokens.spacingVerticalM },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  names: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  // Phones have no folders to choose.
  folder: { '@media (max-width: 639px)': { display: 'none' } },
  answers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** Answers that make sense for many at once; what has to be looked at one by one is answered on its line. */
const answers: Readonly<Record<Question['is'], readonly (readonly [string, PersonAnswer])[]>> = {
  whose: [],
  name: [['Use the proposed names', { say: 'rename' }]],
  private: [['Send all anyway', { say: 'send-anyway' }]],
  taken: [
    ['Add all as new versions', { say: 'new-version' }],
    ['Keep both of each', { say: 'keep-both' }],
  ],
  'same-name': [['Keep both of each', { say: 'keep-both' }]],
  'same-content': [['Send all anyway', { say: 'send-anyway' }]],
  empty: [['Send all anyway', { say: 'send-anyway' }]],
  kind: [['Send all anyway', { say: 'send-anyway' }]],
  'file-gone': [],
  'file-changed': [],
  'another-file': [
    ['Send these instead', { say: 'send-this' }],
    ['Keep waiting for the others', { say: 'keep-waiting' }],
  ],
  failed: [['Try all again', { say: 'retry' }]],
  arrived: [
    ['Register all', { say: 'register' }],
    ['Remove all', { say: 'remove' }],
  ],
  refused: [],
};

/** The browser's own window takes all of them at once. */
const isToChoose = (kind: Question['is']) => kind === 'file-gone' || kind === 'file-changed';

type Props = {
  readonly queue: FileQueue;
  readonly files: readonly QueuedFile[];
  readonly onChooseAgain: (isFolder: boolean) => void;
  /** Those for whom this person may add files. */
  readonly partners: readonly Partner[];
  readonly onWhose: (partner: string) => void;
  readonly onClose: () => void;
};

/** One answer for all files that ask the same, and for those of the same drop that will. */
export function QuestionsDialog({ queue, files, onChooseAgain, partners, onWhose, onClose }: Props) {
  const styles = useStyles();
  const groups = Map.groupBy(files, ({ standing }) => (standing.is === 'asks' ? standing.question.is : undefined));
  groups.delete(undefined);
  // Nothing can be answered there.
  groups.delete('refused');
  return (
    <BigDialog
      title="Answer for many files"
      onClose={onClose}
      foot={<Button onClick={onClose}>Back to the list</Button>}
    >
      {[...groups].map(
        ([kind, asking]) =>
          kind !== undefined && (
            <section key={kind} className={styles.group}>
              <h3 className={styles.title}>
                {questionNames[kind]} {asking.length === 1 ? '1 file' : `${asking.length} files`}
              </h3>
              <p className={styles.names}>{sayNames(asking)}</p>
              <p className={styles.names}>{sayWhy(asking)}</p>
              <div className={styles.answers}>
                {answers[kind].map(([words, answer]) => (
                  <Button key={words} size="small" onClick={() => queue.answerAll(kind, answer)}>
                    {words}
                  </Button>
                ))}
                {kind === 'whose' &&
                  partners.map(({ uid, title }) => (
                    <Button key={uid} size="small" onClick={() => onWhose(uid)}>
                      {title}
                    </Button>
                  ))}
                {isToChoose(kind) && (
                  <Button size="small" onClick={() => onChooseAgain(false)}>
                    {asking.length === 1 ? 'Choose it again' : 'Choose them all again'}
                  </Button>
                )}
                {isToChoose(kind) && asking.some(({ folders }) => folders.length > 0) && (
                  <Button size="small" className={styles.folder} onClick={() => onChooseAgain(true)}>
                    Choose their folder again
                  </Button>
                )}
                <Button size="small" appearance="subtle" onClick={() => queue.cancel(asking.map(({ id }) => id))}>
                  Skip {asking.length === 1 ? 'it' : `all ${asking.length}`}
                </Button>
              </div>
            </section>
          ),
      )}
    </BigDialog>
  );
}

function sayNames(files: readonly QueuedFile[]): string {
  const shown = files.slice(0, SHOWN).map(({ marks }) => marks.name);
  const more = files.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** The reason where it is one for all, and how a proposed name looks. */
function sayWhy(files: readonly QueuedFile[]): string {
  const questions = files.flatMap(({ standing }) => (standing.is === 'asks' ? [standing.question] : []));
  const [first] = questions;
  const name = files[0]?.marks.name;
  const example = first?.is === 'name' ? [`${name} is sent as ${first.proposal}.`] : [];
  const isOne = questions.every(({ why }) => why === first?.why);
  return [...(isOne && first ? [first.why] : []), ...example].join(' ');
}

const SHOWN = 5;
