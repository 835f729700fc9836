import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../ui/notice.tsx';
import type { Consent, Question } from './consent.ts';

const useStyles = makeStyles({ edge: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` } });

type Props = { readonly question: Question; readonly consent: Consent };

/** Microsoft has to ask the person something, and may do so only after a press on a button. */
export function ConsentQuestion({ question, consent }: Props) {
  const styles = useStyles();
  const isAgreement = question.kind === 'agree';
  return (
    <div className={styles.edge}>
      <Notice
        kind="warning"
        lead={isAgreement ? 'Microsoft needs you to agree first.' : 'You are not signed in.'}
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
    </div>
  );
}
