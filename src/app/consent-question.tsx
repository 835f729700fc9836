import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import type { Consent, Question } from './consent.ts';

const useStyles = makeStyles({
  edge: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
  over: {
    boxSizing: 'border-box',
    width: '480px',
    maxWidth: 'calc(100% - 24px)',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    backgroundColor: tokens.colorNeutralBackground1,
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
});

type Props = { readonly question: Question; readonly consent: Consent };

/**
 * Microsoft has to ask the person something, and may do so only after a press on a button. Over a panel that covers the
 * page the question comes on top: nothing under it could be pressed, and what is typed in it stays.
 */
export function ConsentQuestion({ question, consent }: Props) {
  const styles = useStyles();
  const [isOver] = useState(() => document.querySelector('dialog:modal') !== null);
  const ref = useRef<HTMLDialogElement>(null);
  const isAgreement = question.kind === 'agree';
  const lead = isAgreement ? 'Microsoft needs you to agree first.' : 'You are not signed in.';
  useEffect(() => ref.current?.showModal(), []);

  const notice = (
    <Notice
      kind="warning"
      lead={lead}
      actions={
        <>
          <Button appearance="primary" onClick={consent.agree}>
            {isAgreement ? 'Review and agree' : 'Sign in'}
          </Button>
          <Button onClick={consent.decline}>Not now</Button>
        </>
      }
    >
      JTAI Ready works as you: it can read and write only what you can. It asks for {question.scopes.join(', ')}.
    </Notice>
  );
  if (!isOver) return <div className={styles.edge}>{notice}</div>;
  return (
    <dialog
      ref={ref}
      aria-label={lead}
      className={styles.over}
      onCancel={(event) => {
        event.preventDefault();
        consent.decline();
      }}
    >
      {notice}
    </dialog>
  );
}
