import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { mayWorkFor } from '../../domain/roles.ts';
import { type TakenDrop, takeDropped } from '../../services/file-queue/take-dropped.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useRights } from '../../session/use-rights.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  words: { ...typographyStyles.caption1, margin: 0, overflowWrap: 'anywhere' },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

type Props = {
  readonly partner: Pick<Partner, 'uid' | 'title'>;
  readonly prompt: Pick<Prompt, 'uid' | 'theme' | 'withdrawnOn'>;
  readonly children: ReactNode;
};

/** Files that are dropped anywhere on the panel of an answer, or chosen here, are added and linked to its prompt. */
export function AddAnswerFiles({ partner, prompt, children }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const isMine = mayWorkFor(partner.uid, useRights().memberships);
  // To a prompt that is withdrawn nothing is added.
  const mayAdd = isMine && prompt.withdrawnOn === undefined;
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const [told, setTold] = useState<string | undefined>();

  async function add(given: TakenDrop | readonly File[]): Promise<void> {
    try {
      const { sendAnswerFiles } = await import('./send-answer-files.ts');
      const to = { partner: partner.uid, partnerTitle: partner.title, theme: prompt.theme, prompt: prompt.uid };
      await sendAnswerFiles(workspace, given, to, setTold);
    } catch (error) {
      setTold(`Nothing was added. ${toSentence(error)}`);
    }
  }

  const around = useRef<HTMLDivElement>(null);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const panel = around.current?.closest('dialog');
    return mayAdd && panel ? takeDropsOn(panel, (drop) => void latest.current(drop)) : undefined;
  }, [mayAdd]);

  if (!mayAdd) return children;
  return (
    <div ref={around}>
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

/** The whole panel takes them, since this part of it may lie out of sight; the button does the same without a mouse. */
function takeDropsOn(panel: HTMLElement, onDrop: (drop: TakenDrop) => void): () => void {
  const listening = new AbortController();
  const show = (isOver: boolean) => {
    panel.style.outline = isOver ? `2px dashed ${tokens.colorCompoundBrandStroke}` : '';
    panel.style.outlineOffset = isOver ? '-4px' : '';
  };
  const on = (type: 'dragover' | 'drop', act: (transfer: DataTransfer) => void) =>
    panel.addEventListener(
      type,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        act(event.dataTransfer);
      },
      listening,
    );
  on('dragover', () => show(true));
  on('drop', (transfer) => {
    show(false);
    onDrop(takeDropped(transfer));
  });
  panel.addEventListener(
    'dragleave',
    ({ relatedTarget }) => !(relatedTarget instanceof Node && panel.contains(relatedTarget)) && show(false),
    listening,
  );
  return () => {
    show(false);
    listening.abort();
  };
}
