import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { rollUp } from '../../domain/checklist/roll-up.ts';
import { saySeen } from '../../services/say-seen.ts';
import { toReadFailure, toReference, toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { usePartnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { useStanding } from '../../session/use-standing.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useScreenStyles } from '../../ui/screen-styles.ts';
import { StateMessage } from '../../ui/state-message.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { type Comment, comments } from '../../workspace/schema/actions.ts';
import { EvidenceCounts } from './evidence-counts.tsx';
import type { findLaterWork } from './later-work.ts';
import { findMyWork } from './my-work.ts';
import { MyWorkCard } from './my-work-card.tsx';
import { findNextStep } from './next-step.ts';
import { NextStepCard } from './next-step-card.tsx';
import { RedList } from './red-list.tsx';
import { StandingList } from './standing-list.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    marginTop: tokens.spacingVerticalL,
    '@media (max-width: 799px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingHorizontalM },
  },
  date: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

/** What needs me today, and where the partners stand. */
export function Home() {
  const styles = useStyles();
  const screen = useScreenStyles();
  const { today, me } = useSession();
  const said = useRows(comments);
  const announce = useAnnounce();
  const [fault, setFault] = useState<string | undefined>();
  const workspace = useWorkspace();
  const partnership = usePartnership();
  const rights = useRights();
  const files = useUnregistered();
  const standingOf = useStanding();
  const findLater = useFindLater();

  async function see(asked: Comment): Promise<void> {
    try {
      await saySeen(workspace, asked);
      announce('Marked as seen.');
    } catch (error) {
      setFault(`It was not marked as seen. ${toSentence(error)}`);
    }
  }

  function body() {
    if (partnership.state === 'waiting') return <LoadingRows what="where the partners stand" />;
    if (partnership.state === 'failed') {
      return (
        <StateMessage
          kind="failed"
          title="Home did not load"
          smallPrint={toReference(partnership.error)}
          actions={
            <Button appearance="primary" onClick={() => workspace.pull()}>
              Try again
            </Button>
          }
        >
          {toReadFailure(partnership.error)}
        </StateMessage>
      );
    }
    const unregistered = files.state === 'ready' ? files.files : [];
    const step = findNextStep({ partnership, rights, unregistered: unregistered.map((file) => file.partner) });
    const work = [
      ...findMyWork({
        partnership,
        comments: said.state === 'ready' ? said.rows : [],
        me,
        memberships: rights.memberships,
      }),
      ...(findLater?.({ partnership, standingOf, me, memberships: rights.memberships, today: today() }) ?? []),
    ];
    const standings = rollUp(partnership.prompts, partnership.columns, [...partnership.assessments.values()]);
    return (
      <div className={styles.columns}>
        <div className={screen.column}>
          <NextStepCard step={step} isNamed={rights.memberships.length > 0} />
          <MyWorkCard work={work} today={today()} fault={fault} onSeen={see} />
          <RedList partnership={partnership} standings={standings} ownPartners={rights.ownPartners} />
          <EvidenceCounts
            evidence={partnership.evidence}
            unregistered={files.state === 'ready' ? unregistered.length : undefined}
          />
        </div>
        <StandingList partnership={partnership} standings={standings} />
      </div>
    );
  }

  return (
    <div className={screen.screen}>
      <PageTitle title={workspace.info.title} detail={<span className={styles.date}>{formatDay(today())}</span>} />
      {body()}
    </div>
  );
}

/** Behind the first rows and what follows them by itself; the first rows are not to wait for it. */
const LATER_MS = 2_500;
let laterWork: typeof findLaterWork | undefined;

/** Fetched once while the tab is open, and there at once when somebody comes back to Home. */
function useFindLater(): typeof findLaterWork | undefined {
  const [find, setFind] = useState(() => laterWork);
  useEffect(() => {
    if (laterWork !== undefined) return;
    const later = setTimeout(async () => {
      // Offline, and never opened before: the rest of the work stands there all the same.
      const part = await import('./later-work.ts').catch(() => undefined);
      laterWork = part?.findLaterWork;
      setFind(() => laterWork);
    }, LATER_MS);
    return () => clearTimeout(later);
  }, []);
  return find;
}
