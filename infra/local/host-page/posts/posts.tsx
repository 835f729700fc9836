import {
  Avatar,
  Body1,
  Body1Strong,
  Caption1,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { useHostActs } from '../host-acts.ts';
import { Notice } from '../notice.tsx';
import { askServer, type Channel, Failure, type Team } from '../scene.ts';
import { useChanges } from '../use-changes.ts';
import { AdaptiveCard } from './adaptive-card.tsx';
import { MessageBody } from './message-body.tsx';
import { sayWhen } from './say-when.ts';

type Attachment = { readonly id: string; readonly contentType: string; readonly content?: string };
type Message = {
  readonly id: string;
  readonly createdDateTime: string;
  readonly from?: {
    readonly user?: { readonly displayName?: string };
    readonly application?: { readonly displayName?: string };
  };
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly attachments?: readonly Attachment[];
};

const CARD = 'application/vnd.microsoft.card.adaptive';

const useStyles = makeStyles({
  pane: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground3 },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '812px',
    margin: '0 auto',
    padding: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalS} 0` },
  },
  post: {
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
  },
  names: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
  body: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  empty: { padding: tokens.spacingVerticalXXL, textAlign: 'center' },
});

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'here'; readonly messages: readonly Message[] };

/** The channel's messages, newest first, with their cards. */
export function Posts({ team, channel }: { readonly team: Team; readonly channel: Channel }) {
  const styles = useStyles();
  const { person } = useHostActs();
  const [state, setState] = useState<State>({ kind: 'waiting' });

  const read = useCallback(() => {
    askServer<{ value: Message[] }>('posts', { user: person.id, team: team.id, channel: channel.id }).then(
      ({ value }) => setState({ kind: 'here', messages: value }),
      (error: unknown) =>
        setState({ kind: 'failed', failure: error instanceof Failure ? error : new Failure(String(error)) }),
    );
  }, [person.id, team.id, channel.id]);
  useEffect(read, [read]);
  useChanges(read);

  return (
    <section className={styles.pane} aria-label="Posts">
      <div className={styles.column}>
        {state.kind === 'waiting' && <Waiting />}
        {state.kind === 'failed' && (
          <Notice title={state.failure.message} action={{ label: 'Try again', onClick: read }}>
            {state.failure.detail}
          </Notice>
        )}
        {state.kind === 'here' && state.messages.length === 0 && (
          <Body1 className={styles.empty}>{`Nobody has posted in ${channel.name} yet.`}</Body1>
        )}
        {state.kind === 'here' && state.messages.map((message) => <Post key={message.id} message={message} />)}
      </div>
    </section>
  );
}

function Post({ message }: { readonly message: Message }) {
  const styles = useStyles();
  const { openLink } = useHostActs();
  const author = message.from?.user?.displayName ?? message.from?.application?.displayName ?? 'Somebody';
  const app = message.from?.user && message.from.application?.displayName;

  function drawAttachment(id: string) {
    const attachment = message.attachments?.find((each) => each.id === id);
    if (attachment?.contentType !== CARD || !attachment.content) return null;
    return <AdaptiveCard json={attachment.content} onOpenUrl={openLink} />;
  }

  return (
    <article className={styles.post} aria-label={`Post by ${author}`}>
      <div className={styles.head}>
        <Avatar name={author} color="neutral" size={32} aria-hidden />
        <div className={styles.names}>
          <Body1Strong>{author}</Body1Strong>
          <Caption1 className={styles.quiet}>
            <time dateTime={message.createdDateTime}>{sayWhen(message.createdDateTime)}</time>
            {app && `, by ${app}`}
          </Caption1>
        </div>
      </div>
      <div className={styles.body}>
        {message.body.contentType === 'html' ? (
          <MessageBody html={message.body.content} drawAttachment={drawAttachment} />
        ) : (
          message.body.content
        )}
      </div>
    </article>
  );
}

function Waiting() {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Reading the posts">
      <div className={styles.post}>
        <SkeletonItem size={32} />
      </div>
    </Skeleton>
  );
}
