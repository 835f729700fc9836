import { Button } from '@fluentui/react-components';
import { ArrowForward20Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { useEffect } from 'react';
import type { Filter } from '../../domain/checklist/filter.ts';
import { useRights } from '../../session/use-rights.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { loadConfirmBrought } from './later-parts.ts';
import { partnersToConfirm } from './to-confirm.ts';

type ToolProps = {
  /** Those for whom there is something to confirm that one may confirm. */
  readonly partners: readonly Partner[];
  readonly onChoose: (partner: Partner) => void;
};

/** The way to what was brought forward; nothing where there is nothing to confirm. */
export function ConfirmTool({ partners, onChoose }: ToolProps) {
  const [one, ...others] = partners;
  if (one === undefined) return undefined;
  if (others.length === 0) {
    return (
      <Button
        appearance="subtle"
        icon={<ArrowForward20Regular />}
        style={{ justifyContent: 'flex-start' }}
        onClick={() => onChoose(one)}
      >
        Confirm what was brought forward for {one.title}
      </Button>
    );
  }
  return (
    <FilterSelect
      label="Confirm what was brought forward for"
      all="Choose a partner"
      value=""
      options={partners.map(({ uid, title }) => ({ value: uid, label: title }))}
      onChange={(uid) => {
        const partner = partners.find((each) => each.uid === uid);
        if (partner !== undefined) onChoose(partner);
      }}
    />
  );
}

type ShownProps = {
  readonly filter: Filter;
  readonly cells: Cells;
  readonly prompts: readonly Prompt[];
  /** Those that are shown. */
  readonly partners: readonly Partner[];
  readonly onChoose: (partner: Partner) => void;
};

/** The same beside the filter that shows what is to be confirmed. */
export function ConfirmShown({ filter, cells, prompts, partners, onChoose }: ShownProps) {
  const { memberships } = useRights();
  if (!filter.marks.includes('to-confirm')) return undefined;
  return <ConfirmTool partners={partnersToConfirm(cells, { prompts, partners }, memberships)} onChoose={onChoose} />;
}

type PartProps = {
  readonly partner: Partner;
  readonly prompts: readonly Prompt[];
  readonly cells: Cells;
  readonly onClose: () => void;
};

/** The dialog, above grid and list: what it did may leave nothing in them that a filter lets through. */
export function ConfirmPart(props: PartProps) {
  // The tool that opened it is in a popover that has closed, and gone once everything is confirmed.
  useEffect(
    () => () => {
      const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
      (cell ?? document.getElementById('page-title'))?.focus({ preventScroll: true });
    },
    [],
  );
  return <LazyPart load={loadConfirmBrought} props={props} onClose={props.onClose} />;
}
