import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { mayWorkFor } from '../../domain/roles.ts';
import { type TakenDrop, takeDropped } from '../../services/file-queue/take-dropped.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useRights } from '../../session/use-rights.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: tokens.spacingHorizontalXS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  words: { ...typographyStyles.caption1, margin: 0, overflowWrap: 'anywhere' },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

type Props = {
  readonly partner: Pick<Partner, 'uid' | 'title'>;
  readonly prompt: Pick<Prompt, 'uid' | 'theme' | 'withdrawnOn'>;
  readonly children: ReactNode;
};

/** Files that are dropped on the evidence of an answer, or chosen there, are added and linked to its prompt. */
export function AddAnswerFiles({ partner, prompt, children }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const isMine = mayWorkFor(partner.uid, useRights().memberships);
  // To a prompt that is withdrawn nothing is added.
  const mayAdd = isMine && prompt.withdrawnOn === undefined;
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [told, setTold] = useState<string | undefined>();

  async function add(given: TakenDrop | readonly File[]): Promise<void> {
    try {
      const { sendAnswerFiles } = await import('./send-answer-files.ts');
      const to = { partner: partner.uid, partnerTitle: partner.title, theme: prompt.theme, prompt: prompt.uid };
      setTold(await sendAnswerFiles(workspace, given, to));
    } catch (error) {
      setTold(`Nothing was added. ${toSentence(error)}`);
    }
  }

  if (!mayAdd) return children;
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={mergeClasses(isOver && styles.over)}
      onDragOver={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void add(takeDropped(event.dataTransfer));
      }}
    >
      {children}
      <div className={styles.line}>
        <Button
          size="small"
          aria-describedby={told === undefined ? undefined : id}
          onClick={() => picker.current?.click()}
        >
          Add files
        </Button>
        <p id={id} role="status" className={styles.words}>
          {told}{' '}
          {told !== undefined && (
            <Link inline href={toHref({ screen: 'evidence' })}>
              See Evidence
            </Link>
          )}
        </p>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files for this answer"
        className={styles.hidden}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void add(files);
        }}
      />
    </div>
  );
}
