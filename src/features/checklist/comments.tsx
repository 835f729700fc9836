import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type Ref, useId, useState } from 'react';
import { cutAtNames, readMentions } from '../../domain/checklist/mentions.ts';
import { useSession } from '../../session/session.ts';
import { whenWords } from '../../session/when.ts';
import { Notice } from '../../ui/notice.tsx';
import { PartHead } from '../../ui/part-head.tsx';
import { useRows } from '../../workspace/hooks.ts';
import { type Comment, comments } from '../../workspace/schema/actions.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { CommentBox } from './comment-box.tsx';
import { type About, useComment } from './use-comment.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.caption1Strong },
  when: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  words: { ...typographyStyles.body1, margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  mention: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  remove: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

type Props = {
  readonly about: About;
  readonly people: readonly PersonRef[];
  /** Senior leaders, and people who are named for nothing, read. */
  readonly mayWrite: boolean;
  /** The box to write in, for a button elsewhere that leads to it. */
  readonly box?: Ref<HTMLTextAreaElement>;
  /** What stands in the box for somebody who is about to ask: nobody has typed it, so it is no draft. */
  readonly opening?: string | undefined;
  /** The person has begun to write. */
  readonly onBegun?: () => void;
};

/** What people have said to each other, oldest first, and a box to join in. */
export function Comments({ about, people, mayWrite, box = null, opening = '', onBegun }: Props) {
  const styles = useStyles();
  const id = useId();
  const rows = useRows(comments);
  const writing = useComment(about, people);
  const said =
    rows.state === 'ready'
      ? rows.rows
          .filter(({ record }) => record === about.record)
          .toSorted((one, other) => (one.created.at < other.created.at ? -1 : 1))
      : [];
  return (
    <section aria-labelledby={id} className={styles.part}>
      <PartHead id={id} title="Comments" detail={said.length} />
      {rows.state === 'waiting' && <p className={styles.none}>Loading the comments.</p>}
      {rows.state === 'failed' && (
        <Notice kind="danger" lead="The comments did not load.">
          {rows.error.message}
        </Notice>
      )}
      {rows.state === 'ready' && said.length === 0 && <p className={styles.none}>Nobody has commented yet.</p>}
      {said.length > 0 && (
        <ul className={styles.list} aria-labelledby={id}>
          {said.map((comment) => (
            <OneComment key={comment.uid} comment={comment} people={people} onRemove={() => writing.remove(comment)} />
          ))}
        </ul>
      )}
      {mayWrite && rows.state !== 'failed' && (
        <CommentBox
          words={writing.words || opening}
          people={people}
          isSending={writing.isSending}
          fault={writing.fault}
          box={box}
          onChange={(words) => {
            onBegun?.();
            writing.change(words);
          }}
          onSend={writing.send}
        />
      )}
    </section>
  );
}

type OneProps = {
  readonly comment: Comment;
  readonly people: readonly PersonRef[];
  readonly onRemove: () => void;
};

function OneComment({ comment, people, onRemove }: OneProps) {
  const styles = useStyles();
  const { me, clock } = useSession();
  const [isAsked, setAsked] = useState(false);
  const mentioned = readMentions(comment.mentions);
  const names = people.filter(({ id }) => mentioned.includes(id)).map(({ name }) => name);
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>{comment.writtenBy.name}</span>
        <span className={styles.when}>{whenWords(comment.created.at, clock())}</span>
        {comment.writtenBy.id === me.id && !isAsked && (
          <Button size="small" appearance="transparent" className={styles.remove} onClick={() => setAsked(true)}>
            Remove
          </Button>
        )}
      </div>
      <p className={styles.words}>
        {cutAtNames(comment.words, names).map(({ text, isName }, at) =>
          isName ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
            <span key={at} className={styles.mention}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </p>
      {isAsked && (
        <div className={styles.who}>
          <Button size="small" onClick={onRemove}>
            Yes, remove my comment
          </Button>
          <Button size="small" autoFocus onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </div>
      )}
    </li>
  );
}
