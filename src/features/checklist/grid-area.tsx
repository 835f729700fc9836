import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Filter } from '../../domain/checklist/filter.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { whyMayNotRate } from '../../domain/checklist/may-rate.ts';
import type { Verdict } from '../../domain/checklist/verdict.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { PanelFocus } from '../../ui/side-panel.tsx';
import type { Partner, Prompt, Theme } from '../../workspace/schema/lists.ts';
import { toCellText } from './cell-text.ts';
import { type Cells, hasToConfirm, type Matches } from './cells.ts';
import { GoTo } from './go-to.tsx';
import { Grid, type GridHandle } from './grid.tsx';
import { GridFoot, KEYS_ID } from './grid-foot.tsx';
import type { Command } from './grid-keys.ts';
import { type GridPlace, HEAD_ROW } from './grid-moves.ts';
import { type GridRow, standingOf, toGridRows } from './grid-rows.ts';
import { loadFillDown } from './later-parts.ts';
import { QuickRating } from './quick-rating.tsx';
import { partnersToConfirm } from './to-confirm.ts';
import { type Subject, useGridPlace } from './use-grid-place.ts';
import type { Density } from './use-grid-window.ts';
import type { Steps } from './use-steps.ts';

const useStyles = makeStyles({
  area: { position: 'relative', display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  readonly matches: Matches;
  /** The assessment or prompt that the panel shows. */
  readonly chosen: string | undefined;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  /** Shows the rows behind a number. */
  readonly onShow: (change: Partial<Filter>) => void;
  readonly steps: Steps;
  /** Opens what was brought forward for a partner. */
  readonly onConfirm: (partner: Partner) => void;
  /** Says, before the panel opens, whether the focus goes there. */
  readonly onFocus: (focus: PanelFocus) => void;
};

/** The grid with what its keys do: rating, going to, undoing, copying and filling down. */
export function GridArea(props: Props) {
  const { partnership, theme, partners, cells, matches, chosen, density, steps } = props;
  const styles = useStyles();
  const { open } = useSession();
  const { memberships, ownPartners } = useRights();
  const grid = useRef<GridHandle>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => toGridRows(matches.prompts, partnership.prompts, closed),
    [matches.prompts, partnership.prompts, closed],
  );
  const { active, picked, moveTo, unpick, subject, prompts } = useGridPlace(rows, partners);
  const [rating, setRating] = useState<(Subject & { readonly verdict: Verdict }) | undefined>();
  const [filling, setFilling] = useState<{ readonly partner: Partner; readonly prompts: readonly Prompt[] }>();
  const hasBrought = useMemo(() => hasToConfirm(cells), [cells]);
  const toConfirm = useMemo(
    () => (hasBrought ? partnersToConfirm(cells, { prompts: partnership.prompts, partners }, memberships) : []),
    [hasBrought, cells, partnership.prompts, partners, memberships],
  );
  const [going, setGoing] = useState<{ readonly typed: string; readonly from: GridPlace } | undefined>();
  const focusGrid = () => grid.current?.focus();

  // The panel steps from prompt to prompt: the keyboard is where it is when it closes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves it
  useEffect(() => {
    steps.clearNews();
    if (chosen === undefined) return;
    const row = rows.findIndex((entry) => entry.kind === 'prompt' && chosen.startsWith(entry.prompt.uid));
    const entry = rows[row];
    if (entry?.kind !== 'prompt') return;
    const column = partners.findIndex(({ uid }) => assessmentKey(entry.prompt.uid, uid) === chosen) + 1;
    if (column > 0 || chosen === entry.prompt.uid) moveTo({ row, column });
  }, [chosen]);

  function toggle(group: string): void {
    setClosed((before) =>
      before.has(group) ? new Set([...before].filter((g) => g !== group)) : new Set([...before, group]),
    );
    focusGrid();
  }

  /** Enter and a second press go into the answer; one press shows it, and beside the grid the keys stay here. */
  function openAt(place: GridPlace, isTaken: boolean): void {
    const row = rows[place.row];
    const partner = partners[place.column - 1];
    props.onFocus({ isTaken });
    if (partner !== undefined && row?.kind !== 'prompt') showAgreed(partner, row);
    else if (row?.kind === 'group') toggle(row.name);
    else if (row !== undefined && partner === undefined) open({ screen: 'checklist', prompt: row.prompt.uid });
    else if (row !== undefined && partner !== undefined) {
      open({ screen: 'checklist', assessment: assessmentKey(row.prompt.uid, partner.uid) });
    }
  }

  /** The answers behind the number of a partner's head, or of a partner in a group. */
  function showAgreed(partner: Partner, group: Extract<GridRow, { kind: 'group' }> | undefined): void {
    if (standingOf(cells, group?.all ?? partnership.prompts, partner).agreed === 0) {
      steps.say(`No answer of ${partner.title} is agreed yet${group === undefined ? '' : ` in ${group.name}`}.`);
      return;
    }
    props.onShow({ progress: ['agreed'], partners: [partner.uid], group: group?.name });
    moveTo({ row: group === undefined ? HEAD_ROW : 0, column: 1 });
    focusGrid();
  }

  /** Why nothing can be rated where the keyboard is; undefined where it can. */
  function whyNotHere(): string | undefined {
    return subject === undefined ? "Move to a partner's cell first." : whyMayNotRate(subject.partner, memberships);
  }

  function rate(verdict: Verdict): void {
    const whyNot = whyNotHere();
    if (whyNot !== undefined) steps.say(whyNot);
    else if (subject !== undefined) setRating({ ...subject, verdict });
  }

  function fillDown(): void {
    const whyNot = whyNotHere();
    if (whyNot !== undefined) steps.say(whyNot);
    else if (subject !== undefined) setFilling({ partner: subject.partner, prompts });
  }

  function obey(command: Command): void {
    steps.clearNews();
    if (command.kind === 'move') moveTo(command.to, command.extends);
    else if (command.kind === 'open') openAt(active, true);
    else if (command.kind === 'rate') rate(command.verdict);
    else if (command.kind === 'go-to') setGoing({ typed: command.typed, from: active });
    else if (command.kind === 'undo') steps.undo();
    else if (command.kind === 'redo') steps.redo();
    else if (command.kind === 'fill-down') fillDown();
    else if (command.kind === 'keys') document.getElementById(KEYS_ID)?.showPopover();
    else if (picked !== undefined) unpick();
    else open({ screen: 'checklist' });
  }

  function press(place: GridPlace, isPicking: boolean): void {
    steps.clearNews();
    moveTo(place, isPicking);
    if (!isPicking) openAt(place, false);
  }

  function goTo(prompt: Prompt): void {
    setClosed((before) => new Set([...before].filter((group) => group !== prompt.group)));
    const opened = toGridRows(
      matches.prompts,
      partnership.prompts,
      new Set([...closed].filter((g) => g !== prompt.group)),
    );
    const row = opened.findIndex((entry) => entry.kind === 'prompt' && entry.prompt.uid === prompt.uid);
    if (row >= 0) moveTo({ row, column: active.column });
  }

  function copy(): string {
    const partner = subject?.partner;
    const entry = rows[active.row];
    if (partner === undefined) return entry?.kind === 'prompt' ? `${entry.prompt.code}\t${entry.prompt.title}` : '';
    const lines = prompts.flatMap((prompt) => {
      const cell = cells.get(assessmentKey(prompt.uid, partner.uid));
      return cell === undefined ? [] : [toCellText(prompt, partner, cell)];
    });
    steps.say(lines.length === 1 ? 'Copied.' : `${lines.length} cells copied.`);
    return lines.join('\n');
  }

  return (
    <div className={styles.area}>
      <Grid
        ref={grid}
        rows={rows}
        partners={partners}
        prompts={partnership.prompts}
        shown={matches.prompts.length}
        cells={cells}
        passing={matches.keys}
        ownPartners={ownPartners}
        density={density}
        chosen={chosen}
        active={active}
        picked={picked}
        onCommand={obey}
        onPress={press}
        // A group was opened or closed by the first.
        onSecondPress={() => rows[active.row]?.kind === 'prompt' && openAt(active, true)}
        onFocusAt={moveTo}
        onCopy={copy}
      />
      {going !== undefined && (
        <GoTo
          typed={going.typed}
          prompts={matches.prompts}
          all={partnership.prompts}
          onFound={goTo}
          onShowAll={() => props.onShow({})}
          onLeave={(where) => {
            setGoing(undefined);
            if (where === 'back') moveTo(going.from);
            if (where !== 'gone') focusGrid();
          }}
        />
      )}
      {rating !== undefined && (
        <QuickRating
          partnership={partnership}
          subject={{ theme, prompt: rating.prompt, partner: rating.partner }}
          verdict={rating.verdict}
          onSaved={steps.add}
          onClose={() => {
            setRating(undefined);
            focusGrid();
          }}
        />
      )}
      {filling !== undefined && (
        <LazyPart
          load={loadFillDown}
          props={{
            partnership,
            theme,
            cells,
            ...filling,
            onSaved: steps.add,
            onClose: () => {
              setFilling(undefined);
              focusGrid();
            },
          }}
          onClose={() => setFilling(undefined)}
        />
      )}
      <GridFoot
        density={density}
        onDensity={props.onDensity}
        steps={steps}
        onFillDown={fillDown}
        hasBrought={hasBrought}
        toConfirm={toConfirm}
        onConfirm={props.onConfirm}
      />
    </div>
  );
}

/** Where the keyboard was in the grid; on a phone, the first of its rows. */
export function focusRows(): void {
  const rows = '[role="grid"] [tabindex="0"], ul[aria-label^="Prompts of"] a';
  document.querySelector<HTMLElement>(rows)?.focus({ preventScroll: true });
}
