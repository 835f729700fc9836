import { Button } from '@fluentui/react-components';
import { ArrowRedo20Regular } from '@fluentui/react-icons/svg/arrow-redo';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useState } from 'react';
import { groupPrompts } from '../../domain/checklist/groups.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { mayRate } from '../../domain/checklist/may-rate.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { ConfirmTool } from './confirm-tool.tsx';
import { loadFillDown } from './later-parts.ts';
import { partnersToConfirm } from './to-confirm.ts';
import type { Steps } from './use-steps.ts';

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly partner: Partner;
  readonly cells: Cells;
  readonly steps: Steps;
  /** Opens what was brought forward for a partner. */
  readonly onConfirm: (partner: Partner) => void;
};

/** What the grid's keys do where there is no grid: filling down a group, undo and redo. */
export function PhoneTools({ partnership, theme, partner, cells, steps, onConfirm }: Props) {
  const { memberships } = useRights();
  const [filling, setFilling] = useState<readonly Prompt[] | undefined>();
  const isOpen = ({ uid }: Prompt) => cells.get(assessmentKey(uid, partner.uid))?.facts.standing === undefined;
  const groups = groupPrompts(partnership.prompts).filter((group) => group.prompts.some(isOpen));
  return (
    <>
      <Button icon={<ArrowUndo20Regular />} disabledFocusable={!steps.canUndo} onClick={steps.undo}>
        Undo
      </Button>
      <Button icon={<ArrowRedo20Regular />} disabledFocusable={!steps.canRedo} onClick={steps.redo}>
        Redo
      </Button>
      {groups.length > 0 && mayRate(partner.uid, memberships) && (
        <FilterSelect
          label="Fill down"
          all="Choose a group"
          value=""
          options={groups.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => setFilling(groups.find((group) => group.name === name)?.prompts.slice(0, 1))}
        />
      )}
      <ConfirmTool
        partners={partnersToConfirm(cells, { prompts: partnership.prompts, partners: [partner] }, memberships)}
        onChoose={onConfirm}
      />
      {steps.news !== undefined && <span>{steps.news}</span>}
      {filling !== undefined && (
        <LazyPart
          load={loadFillDown}
          props={{
            partnership,
            theme,
            cells,
            partner,
            prompts: filling,
            onSaved: steps.add,
            onClose: () => setFilling(undefined),
          }}
          onClose={() => setFilling(undefined)}
        />
      )}
    </>
  );
}
