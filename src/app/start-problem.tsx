import { Button, Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HostErrorKind } from '../host/host-error.ts';
import { StateMessage } from '../ui/state-message.tsx';

type Props = {
  readonly kind: HostErrorKind | 'page';
  readonly message: string;
  /** Where the tab can be opened instead. */
  readonly linkBase: string;
};

/** Why the tab cannot start, in words, each with a way out. */
export function StartProblem({ kind, message, linkBase }: Props) {
  const again = (
    <Button appearance="primary" onClick={() => location.reload()}>
      Try again
    </Button>
  );
  const teams = (words: string) => (
    <Button as="a" appearance="primary" href={linkBase} target="_top">
      {words}
    </Button>
  );
  const said: Readonly<Record<Props['kind'], { title: string; text: ReactNode; actions: ReactNode }>> = {
    'outside-teams': {
      title: 'Open JTAI Ready in Microsoft Teams',
      text: (
        <>
          This page works as a tab of your partnership's channel. Open the channel and choose JTAI Ready, or go to{' '}
          <Link href={linkBase} inline>
            {toHostName(linkBase)}
          </Link>
          .
        </>
      ),
      actions: teams('Go to Teams'),
    },
    'no-answer': {
      title: 'Microsoft Teams did not answer',
      text: 'Nothing was lost. Try again; if it happens again, close the tab and open it from the channel.',
      actions: again,
    },
    'no-teams-sign-in': {
      title: 'This Teams cannot sign you in here',
      text: 'Open the same channel in a browser or in the newest Teams on your computer.',
      actions: teams('Open Teams in the browser'),
    },
    'needs-person': {
      title: 'Microsoft needs you to agree first',
      text: 'JTAI Ready works as you: it can read and write only what you can. Microsoft asks you once.',
      actions: again,
    },
    'needs-administrator': {
      title: 'An administrator has to agree first',
      text: `${message} Ask your Microsoft 365 administrator to agree to JTAI Ready for your organisation.`,
      actions: again,
    },
    refused: { title: 'You are not signed in', text: `${message} Nothing was lost.`, actions: again },
    offline: {
      title: 'There is no network',
      text: 'JTAI Ready keeps its rows in Microsoft 365. Try again when you are connected.',
      actions: again,
    },
    page: { title: 'The page did not load', text: `${message} Nothing was lost.`, actions: again },
  };
  const { title, text, actions } = said[kind];
  return (
    <StateMessage kind="failed" title={title} actions={actions}>
      {text}
    </StateMessage>
  );
}

function toHostName(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'Microsoft Teams';
}
