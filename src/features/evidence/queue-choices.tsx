import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Pause16Regular } from '@fluentui/react-icons/svg/pause';
import { Play16Regular } from '@fluentui/react-icons/svg/play';
import type { FileQueue, PersonAnswer, QueuedFile } from '../../services/file-queue/file-queue.ts';

/** What the lines of the list are worked with. */
export type QueueHands = {
  readonly queue: FileQueue;
  readonly onRename: (entry: QueuedFile) => void;
  /** For this line. */
  readonly onChooseAgain: (line: string) => void;
  /** Says that the item which is there already supports the prompt that the file was put on. */
  readonly onLink: (entry: QueuedFile) => void;
};

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
  },
});

type Props = { readonly entry: QueuedFile; readonly hands: QueueHands };

/** What can be done about a file that is not there yet. */
export function QueueChoices({ entry, hands }: Props) {
  const styles = useStyles();
  const { standing, isPaused, marks, id } = entry;
  const { queue } = hands;
  if (standing.is === 'done' || standing.is === 'cancelled' || standing.is === 'sent') return <span />;
  if (standing.is === 'asks') {
    return (
      <span className={styles.actions}>
        <Answers entry={entry} hands={hands} />
      </span>
    );
  }
  return (
    <span className={styles.actions}>
      <Button
        size="small"
        appearance="subtle"
        icon={isPaused ? <Play16Regular /> : <Pause16Regular />}
        aria-label={`${isPaused ? 'Resume' : 'Pause'} ${marks.name}`}
        onClick={() => (isPaused ? queue.resume([id]) : queue.pause([id]))}
      >
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<Dismiss16Regular />}
        aria-label={`Cancel ${marks.name}`}
        onClick={() => queue.cancel([id])}
      />
    </span>
  );
}

function Answers({ entry, hands }: Props) {
  const { standing, marks, id, place } = entry;
  const { queue } = hands;
  if (standing.is !== 'asks') return undefined;
  const { question } = standing;
  const say = (words: string, answer: PersonAnswer) => (
    <Button size="small" aria-label={`${words}, ${marks.name}`} onClick={() => queue.answer([id], answer)}>
      {words}
    </Button>
  );
  const choose = (words: string) => (
    <Button size="small" aria-label={`${words}, ${marks.name}`} onClick={() => hands.onChooseAgain(id)}>
      {words}
    </Button>
  );
  const rename = (
    <Button size="small" aria-label={`Rename ${marks.name}`} onClick={() => hands.onRename(entry)}>
      Rename
    </Button>
  );
  const leave = (words: string) => (
    <Button size="small" appearance="subtle" aria-label={`${words} ${marks.name}`} onClick={() => queue.cancel([id])}>
      {words}
    </Button>
  );
  switch (question.is) {
    case 'whose':
      return (
        <>
          {question.isGone && choose('Choose again')}
          {leave('Skip')}
        </>
      );
    case 'name':
      return (
        <>
          <Button
            size="small"
            aria-label={`Use ${question.proposal} for ${marks.name}`}
            onClick={() => queue.answer([id], { say: 'rename' })}
          >
            Use {question.proposal}
          </Button>
          {rename}
          {leave('Skip')}
        </>
      );
    case 'private':
      return (
        <>
          {rename}
          {say('Send anyway', { say: 'send-anyway' })}
          {leave('Skip')}
        </>
      );
    case 'taken':
      return (
        <>
          {say('New version', { say: 'new-version' })}
          {say('Keep both', { say: 'keep-both' })}
          {leave('Skip')}
        </>
      );
    case 'same-name':
      return (
        <>
          {say('Keep both', { say: 'keep-both' })}
          {leave('Skip')}
        </>
      );
    case 'same-content':
      return (
        <>
          {place.prompt !== undefined && question.evidence !== undefined && (
            <Button size="small" aria-label={`Link that one, ${marks.name}`} onClick={() => hands.onLink(entry)}>
              Link that one
            </Button>
          )}
          {say('Send anyway', { say: 'send-anyway' })}
          {leave('Skip')}
        </>
      );
    case 'empty':
    case 'kind':
      return (
        <>
          {say('Send anyway', { say: 'send-anyway' })}
          {leave('Skip')}
        </>
      );
    case 'file-gone':
    case 'file-changed':
      return (
        <>
          {choose('Choose again')}
          {leave('Skip')}
        </>
      );
    case 'another-file':
      return (
        <>
          {say('Send this instead', { say: 'send-this' })}
          {choose('Choose another')}
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Keep waiting for ${marks.name}`}
            onClick={() => queue.answer([id], { say: 'keep-waiting' })}
          >
            Keep waiting
          </Button>
        </>
      );
    case 'failed':
      return (
        <>
          {say('Try again', { say: 'retry' })}
          {leave('Skip')}
        </>
      );
    case 'arrived':
      return (
        <>
          {say('Register it', { say: 'register' })}
          {entry.replaces === undefined && say('Remove it', { say: 'remove' })}
        </>
      );
    case 'refused':
      return leave('Clear');
  }
}
