import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { yearOf } from '../../domain/calendar/day.ts';
import { findPlannedPack } from '../../services/planned-packs.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import { useMembers } from '../../session/use-members.ts';
import { useSetUp } from '../../session/use-set-up.ts';
import { offeredPacks } from '../../themes/packs.ts';
import { type Choices, checkPartners, checkTyped, startChoices, takeTyped, toPlannedPeople } from './choices.ts';
import { FlowLayout } from './flow-layout.tsx';
import { MakingStep } from './making-step.tsx';
import { NameStep } from './name-step.tsx';
import { PartnersStep } from './partners-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { ThemeStep } from './theme-step.tsx';

type Info = Extract<ReturnType<typeof useSetUp>['run'], { state: 'complete' }>['info'];

type Props = { readonly onDone: (info: Info) => void; readonly onLeave: () => void };

const draftKey = 'set-up';

/** Six steps from a channel without anything to a workspace. What was chosen is kept while the page is open. */
export function SetUpFlow({ onDone, onLeave }: Props) {
  const { me, today, teamName } = useSession();
  const drafts = useDrafts();
  const kept = useDraft<Choices>(draftKey)?.values;
  const [step, setStep] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const members = useMembers();
  const setUp = useSetUp();
  const year = yearOf(today());
  const choices =
    kept ?? startChoices(teamName ?? '', { id: me.id, name: me.name, email: me.email }, offeredPacks[0].id);
  const change = (next: Choices) =>
    drafts.set(draftKey, { values: next, state: 'typed', title: 'Set-up', href: toHref({ screen: 'home' }) });
  const pack = offeredPacks.find((entry) => entry.id === choices.pack);

  const faults = [
    choices.name.trim() === '' ? 'Give the partnership a name.' : undefined,
    choices.partners.length === 0
      ? 'Choose at least one partner.'
      : checkPartners(choices.partners).size > 0
        ? 'Put the names marked below right first.'
        : choices.typed.trim() === ''
          ? undefined
          : checkTyped(choices),
  ];
  const fault = faults[step];

  function next() {
    setChecked(fault !== undefined);
    if (fault !== undefined) return;
    change(takeTyped(choices));
    setStep(step + 1);
  }

  function back() {
    setChecked(false);
    if (step === 0) onLeave();
    else setStep(step - 1);
  }

  async function make() {
    setStep(5);
    const planned = await findPlannedPack(choices.pack);
    await setUp.make({
      partnershipName: choices.name.trim(),
      partners: choices.partners,
      people: toPlannedPeople(choices),
      themes: planned === undefined ? [] : [{ pack: planned, year }],
    });
  }

  function finish(info: Info) {
    drafts.drop(draftKey);
    onDone(info);
  }

  const named = Object.values(choices.people)
    .flatMap(({ lead, deputy }) => [lead, deputy])
    .filter(Boolean).length;
  const steps = [
    { title: 'Name the partnership', detail: step > 0 ? choices.name : undefined },
    { title: 'Choose the partners', detail: step > 1 ? `${choices.partners.length} partners` : undefined },
    { title: 'Name leads and deputies', detail: step > 2 ? `${named} named` : undefined },
    { title: 'Choose the theme', detail: step > 3 ? pack?.title : undefined },
    { title: 'Check what will be made' },
    { title: 'Make the workspace' },
  ];

  if (step === 5) return <MakingStep steps={steps} setUp={setUp} onAgain={make} onBack={back} onDone={finish} />;

  const views = [
    {
      title: 'Name the partnership',
      lead: 'The name stands at the top of every screen and in every report.',
      view: <NameStep choices={choices} fault={isChecked ? fault : undefined} onChange={change} />,
    },
    {
      title: 'Choose the partners',
      lead: 'Each has a column in the checklist and a folder under this name. Rename, remove or add as you need.',
      view: <PartnersStep choices={choices} fault={isChecked ? fault : undefined} onChange={change} />,
    },
    {
      title: 'Name leads and deputies',
      lead: 'They rate and add evidence for their partner. You can name them later in Settings, and change them at any time.',
      view: <PeopleStep choices={choices} members={members} onChange={change} />,
    },
    {
      title: 'Choose the theme',
      lead: 'The theme brings the benchmark prompts of the checklist.',
      view: <ThemeStep choices={choices} year={year} onChange={change} />,
    },
    {
      title: 'Check what will be made',
      lead: 'Nothing has been made yet. Go back to change anything.',
      view: <ReviewStep choices={choices} year={year} />,
    },
  ] as const;
  const shown = views[step] ?? views[0];

  return (
    <FlowLayout
      steps={steps}
      now={step}
      title={shown.title}
      lead={shown.lead}
      foot={
        <>
          <Button onClick={back}>Back</Button>
          {step < 4 ? (
            <Button appearance="primary" onClick={next}>
              Next: {steps[step + 1]?.title.toLowerCase()}
            </Button>
          ) : (
            <Button appearance="primary" onClick={make}>
              Make the workspace
            </Button>
          )}
        </>
      }
    >
      {shown.view}
    </FlowLayout>
  );
}
