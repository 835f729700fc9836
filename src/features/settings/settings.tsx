import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { toReadFailure, toReference } from '../../session/sentence.ts';
import { useMembers } from '../../session/use-members.ts';
import { usePartnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import type { useSetUp } from '../../session/use-set-up.ts';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useScreenStyles } from '../../ui/screen-styles.ts';
import { StateMessage } from '../../ui/state-message.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { AccessCard } from './access-card.tsx';
import { BrowserCard } from './browser-card.tsx';
import { CheckCard } from './check-card.tsx';
import { CountersCard } from './counters-card.tsx';
import { FoldersCard } from './folders-card.tsx';
import { PacksCard } from './packs-card.tsx';
import { PartnersCard } from './partners-card.tsx';
import { PartnershipCard } from './partnership-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { ThemesCard } from './themes-card.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type Info = Extract<ReturnType<typeof useSetUp>['run'], { state: 'complete' }>['info'];

/** Who is in, what they may see, and whether the workspace is whole. */
export function Settings({ onRepaired }: { readonly onRepaired: (info: Info) => void }) {
  const styles = useStyles();
  const screen = useScreenStyles();
  const partnership = usePartnership();
  const workspace = useWorkspace();
  const members = useMembers();
  const { mayManage } = useRights();
  return (
    <div className={screen.screen}>
      <PageTitle isScreenName title="Settings" />
      {partnership.state === 'waiting' && <LoadingRows what="settings" />}
      {partnership.state === 'failed' && (
        <StateMessage
          kind="failed"
          title="Settings did not load"
          smallPrint={toReference(partnership.error)}
          actions={
            <Button appearance="primary" onClick={() => workspace.pull()}>
              Try again
            </Button>
          }
        >
          {toReadFailure(partnership.error)} "Check and repair" below makes what is missing.
        </StateMessage>
      )}
      <div className={styles.columns}>
        {partnership.state === 'ready' && (
          <div className={screen.column}>
            <PartnersCard partnership={partnership} mayChange={mayManage} />
            <ThemesCard partnership={partnership} mayChange={mayManage} />
            <PeopleCard partnership={partnership} members={members} mayChange={mayManage} />
            <PacksCard mayChange={mayManage} />
          </div>
        )}
        <div className={screen.column}>
          {partnership.state === 'ready' && <PartnershipCard partnership={partnership} />}
          <CheckCard onRepaired={onRepaired} />
          {partnership.state === 'ready' && (
            <>
              <FoldersCard partnership={partnership} />
              <AccessCard partnership={partnership} members={members.members} />
            </>
          )}
          <BrowserCard />
          <CountersCard />
        </div>
      </div>
    </div>
  );
}
