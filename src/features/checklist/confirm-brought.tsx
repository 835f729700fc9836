import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { isStandingAgreed, standingVerdict } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { confirmAnswer } from '../../services/cycles.ts';
import { type Written, writeAll } from '../../services/write-all.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { findToConfirm } from './to-confirm.ts';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0 },
  list: { ...typographyStyles.body1, listStyle: 'none', margin: 0, padding: 0 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  line: { display: 'flex', columnGap: '8px', padding: '4px 0' },
});

type Props = {
  readonly partner: Partner;
  readonly prompts: readonly Prompt[];
  readonly cells: Cells;
  readonly onClose: () => void;
};

/** Says of many brought-forward answers at once that they still hold, after showing which. */
export function ConfirmBrought({ partner, prompts, cells, onClose }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  // What is confirmed is what was shown here, whatever arrives in the meantime.
  const [found] = useState(() => findToConfirm(cells, prompts, partner));
  const [done, setDone] = useState<number | undefined>();
  const [written, setWritten] = useState<Written | undefined>();
  const count = `${found.length} ${found.length === 1 ? 'answer' : 'answers'}`;

  async function confirm(): Promise<void> {
    setDone(0);
    const outcome = await writeAll(
      workspace,
      found.map(({ prompt, row }) => ({ name: prompt.code, write: () => confirmAnswer(workspace, row) })),
      setDone,
    );
    setDone(undefined);
    setWritten(outcome);
    const left = outcome.of - outcome.done;
    announce(`${outcome.done} confirmed${left > 0 ? `, ${left} not` : ''}.`);
  }

  return (
    <BigDialog
      title={`Confirm what was brought forward for ${partner.title}`}
      onClose={onClose}
      foot={
        written !== undefined ? (
          <Button appearance="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Change nothing</Button>
            <Button appearance="primary" disabledFocusable={done !== undefined} onClick={confirm}>
              {done === undefined ? `Confirm ${count}` : `Confirming ${done} of ${found.length}`}
            </Button>
          </>
        )
      }
    >
      {written !== undefined ? (
        <Outcome written={written} />
      ) : (
        <>
          <p className={styles.text}>
            {count} came from the last cycle and {found.length === 1 ? 'waits' : 'wait'} for a look. To confirm is to
            say that what is written still holds, with the evidence and the actions that came with it. Nothing else of
            an answer is changed, and each can still be changed later.
          </p>
          <ul className={styles.list} aria-label="Answers to confirm">
            {found.map(({ prompt, row, proofs }) => {
              const verdict = standingVerdict(row);
              return (
                <li key={prompt.uid} className={styles.line}>
                  <VerdictMark verdict={verdict} agreed={isStandingAgreed(row)} />
                  <span>
                    {prompt.code}, {verdictName(verdict).toLowerCase()}. {prompt.title}
                    <span className={styles.small}>{proofs === 1 ? '1 document' : `${proofs} documents`}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </BigDialog>
  );
}

function Outcome({ written: { done, of, sentences } }: { readonly written: Written }) {
  return (
    <>
      {done > 0 && <Notice kind="done">{`${done} of ${of} confirmed.`}</Notice>}
      {sentences.length > 0 && (
        <Notice kind="warning" lead={`${of - done} not confirmed yet.`}>
          {sentences.join(' ')}
        </Notice>
      )}
    </>
  );
}
