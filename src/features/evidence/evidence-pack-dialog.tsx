import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { formatInstant } from '../../domain/calendar/london.ts';
import { proposeFileName } from '../../domain/evidence/file-name.ts';
import { type PackChoice, packStateNames } from '../../domain/evidence/pack-plan.ts';
import { useSession } from '../../session/session.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { AskedPack } from './evidence-pack-button.tsx';
import { EvidencePackChoice } from './evidence-pack-choice.tsx';
import { EvidencePackDone } from './evidence-pack-done.tsx';
import { EvidencePackRunning } from './evidence-pack-running.tsx';
import { useEvidencePack } from './use-evidence-pack.ts';
import { type Holdings, usePackPlan } from './use-pack-plan.ts';

type Props = { readonly asked: AskedPack; readonly onClose: () => void };

/** Choosing what goes in, with what stays out and why, then making it and handing it over. */
export function EvidencePackDialog({ asked, onClose }: Props) {
  const workspace = useWorkspace();
  const { me, clock, today } = useSession();
  const countedTo = useCountedTo();
  const [choice, setChoice] = useState<PackChoice>(() => toFirstChoice(asked));
  const [isBare, setBare] = useState(asked.isBare);
  const [isAsked, setAsked] = useState(false);
  const wanted = useMemo(() => ({ ...choice, takesLoose: isBare }), [choice, isBare]);
  const { holdings, plan } = usePackPlan(wanted);
  const { packing, make, cancel, endNow, saved, makeNext, again } = useEvidencePack();
  const isRunning = packing.state === 'running';

  function start() {
    if (plan === undefined || holdings === undefined) return;
    const words = choiceWords(choice, holdings);
    const about = [
      ['Partnership', workspace.info.title],
      ['Made by', me.name],
      ['Made', formatInstant(clock())],
      ...words.about,
      ['States', packStateNames[choice.states]],
      ['Freshness counted to', formatDay(countedTo)],
    ] as const;
    const name = proposeFileName(
      `${isBare ? 'Evidence files' : 'Evidence pack'}, ${words.name}, ${formatDay(today())}`,
    );
    void make({ plan, about: isBare ? undefined : about, countedTo, name });
  }

  return (
    <BigDialog
      title={isBare ? 'Download files' : 'Make an evidence pack'}
      detail={workspace.info.title}
      onClose={() => (isRunning ? setAsked(true) : onClose())}
      foot={
        packing.state === 'choosing' ? (
          <>
            <Button onClick={onClose}>Not now</Button>
            <Button appearance="primary" disabledFocusable={!plan || plan.files.length === 0} onClick={start}>
              {isBare ? 'Make the zip' : 'Make the pack'}
            </Button>
          </>
        ) : packing.state === 'running' ? (
          <>
            <Button onClick={endNow}>End now with what is in it</Button>
            <Button onClick={cancel}>Cancel the pack</Button>
          </>
        ) : (
          <>
            <Button onClick={again}>Make another</Button>
            <Button onClick={onClose}>Close the pack</Button>
          </>
        )
      }
    >
      {isRunning && isAsked && (
        <Notice
          kind="warning"
          lead="The pack is not ready."
          actions={
            <>
              <Button
                appearance="primary"
                onClick={() => {
                  cancel();
                  onClose();
                }}
              >
                Cancel it and close
              </Button>
              <Button autoFocus onClick={() => setAsked(false)}>
                Go on
              </Button>
            </>
          }
        >
          Closing cancels it, and nothing of it is kept.
        </Notice>
      )}
      {packing.state === 'choosing' && (
        <EvidencePackChoice {...{ holdings, plan, choice, isBare }} onChoose={setChoice} onBare={setBare} />
      )}
      {packing.state === 'running' && <EvidencePackRunning packing={packing} onSaved={saved} onNext={makeNext} />}
      {packing.state === 'done' && <EvidencePackDone packing={packing} onSaved={saved} />}
      {packing.state === 'stopped' && (
        <Notice
          kind={packing.isFailure ? 'danger' : 'info'}
          lead={packing.isFailure ? 'The pack was not made.' : 'The pack is cancelled.'}
        >
          {packing.sentence}
        </Notice>
      )}
    </BigDialog>
  );
}

type ChoiceWords = { readonly about: readonly (readonly [string, string])[]; readonly name: string };

/** Whoever chose one by one meant these, whatever state they are in. */
function toFirstChoice({ theme, partner, only }: AskedPack): PackChoice {
  return { theme, partner, only, states: only === undefined ? 'approved' : 'every state' };
}

/** What was chosen, for the lines of the index and for the name of the zip. */
function choiceWords(choice: PackChoice, { themes, partners }: Holdings): ChoiceWords {
  if (choice.only !== undefined) {
    return { about: [['Chosen one by one', `${choice.only.size}`]], name: `${choice.only.size} chosen` };
  }
  const titleIn = (rows: readonly { readonly uid: string; readonly title: string }[], uid: string, all: string) =>
    uid === '' ? all : (rows.find((row) => row.uid === uid)?.title ?? uid);
  const theme = titleIn(themes, choice.theme, 'all themes');
  const partner = titleIn(partners, choice.partner, 'all partners');
  return {
    about: [
      ['Theme', theme],
      ['Partner', partner],
    ],
    name: `${theme}, ${partner}`,
  };
}
