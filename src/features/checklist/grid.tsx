import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
} from 'react';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells, Matches } from './cells.ts';
import { CellPictures } from './grid-drawing.tsx';
import { GridHead } from './grid-head.tsx';
import { type Command, type Picked, toCommand } from './grid-keys.ts';
import { type GridPlace, HEAD_ROW } from './grid-moves.ts';
import { GroupRow, PromptRow } from './grid-row.tsx';
import { type GridRow, sizeWords } from './grid-rows.ts';
import { useGridStyles } from './grid-styles.ts';
import { type Density, useGridWindow } from './use-grid-window.ts';
import { useSecondPress } from './use-second-press.ts';

/** What the screen asks of the grid. */
export type GridHandle = {
  /** Brings the cell that the keyboard is in into sight, and gives it the focus. */
  focus(): void;
};

type Props = {
  readonly ref: Ref<GridHandle>;
  readonly rows: readonly GridRow[];
  readonly partners: readonly Partner[];
  /** All of the theme. */
  readonly prompts: readonly Prompt[];
  /** How many of them the filters leave. */
  readonly shown: number;
  readonly cells: Cells;
  readonly passing: Matches['keys'];
  readonly ownPartners: readonly string[];
  readonly density: Density;
  /** The assessment or prompt that the panel shows. */
  readonly chosen: string | undefined;
  /** Where the keyboard is. */
  readonly active: GridPlace;
  readonly picked: Picked | undefined;
  readonly onCommand: (command: Command) => void;
  /** A cell was pressed; with Shift, to pick the cells up to it. */
  readonly onPress: (place: GridPlace, extends_: boolean) => void;
  /** The second press of two, in the cell of the first. */
  readonly onSecondPress: () => void;
  /** A cell was given the focus by other means than our keys. */
  readonly onFocusAt: (place: GridPlace) => void;
  /** The text of the cells that are picked, for the clipboard. */
  readonly onCopy: () => string;
};

/** Prompts down, partners across: one tab stop, with the keys of a spreadsheet, and no more drawn than is in sight. */
export function Grid(props: Props) {
  const { ref, rows, partners, prompts, cells, passing, ownPartners, density, chosen, active, picked } = props;
  const styles = useGridStyles();
  const sizeId = useId();
  const element = useRef<HTMLDivElement>(null);
  const { scroll, first, column, rowHeight, height, width, rowItems, columnItems, bringIntoView } = useGridWindow({
    rows,
    columns: partners.length,
    active,
    density,
  });
  const size = { rows: rows.length, columns: partners.length + 1 };
  const wantsFocus = useRef(false);

  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  useImperativeHandle(ref, () => ({
    // The cell may be one that is drawn only after the change that is under way.
    focus: () => {
      wantsFocus.current = true;
      drawAgain();
    },
  }));
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    bringIntoView(active);
    element.current
      ?.querySelector<HTMLElement>(`[data-place="${active.row}:${active.column}"]`)
      ?.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    };
    const command = toCommand(press, active, size);
    if (command === undefined || (command.kind === 'leave' && chosen === undefined && picked === undefined)) return;
    event.preventDefault();
    wantsFocus.current = command.kind === 'move';
    props.onCommand(command);
  }

  function onClick(event: MouseEvent) {
    const place = placeOf(event.target);
    if (place !== undefined) props.onPress(place, event.shiftKey);
  }

  useSecondPress(element, props.onSecondPress);

  // A screen reader has ways of its own to a cell: the keyboard is where the focus is.
  function onFocus(event: FocusEvent) {
    const place = placeOf(event.target);
    if (place && (place.row !== active.row || place.column !== active.column)) props.onFocusAt(place);
  }

  return (
    <div ref={scroll} className={styles.scroll}>
      <CellPictures />
      <span id={sizeId} style={hiddenStyle}>
        {sizeWords({ prompts: props.shown, of: prompts.length, partners: partners.length })}. Arrows move, Enter opens,
        question mark lists the keys.
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of hundreds of cells that is one tab stop is a grid */}
      <div
        ref={element}
        role="grid"
        tabIndex={-1}
        aria-label="Checklist"
        aria-describedby={sizeId}
        aria-rowcount={rows.length + 1}
        aria-colcount={size.columns}
        aria-multiselectable="true"
        className={styles.grid}
        style={{ height, width }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        onCopy={(event) => {
          event.preventDefault();
          event.clipboardData.setData('text/plain', props.onCopy());
        }}
      >
        <GridHead
          partners={partners}
          prompts={prompts}
          cells={cells}
          ownPartners={ownPartners}
          columns={columnItems}
          column={column}
          first={first}
          activeColumn={active.row === HEAD_ROW ? active.column : -1}
        />
        {rowItems.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return undefined;
          const activeColumn = index === active.row ? active.column : -1;
          const shared = {
            index,
            top: start,
            first,
            column,
            width,
            columns: columnItems,
            partners,
            cells,
            activeColumn,
          };
          if (row.kind === 'group') return <GroupRow key={`group ${row.name}`} {...shared} group={row} />;
          return (
            <PromptRow
              key={row.prompt.uid}
              {...shared}
              prompt={row.prompt}
              density={density}
              height={rowHeight}
              chosen={isOf(row.prompt, chosen) ? chosen : undefined}
              pickedColumn={picked && index >= picked.from && index <= picked.to ? picked.column : -1}
              passing={passing}
            />
          );
        })}
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  if (element === null) return undefined;
  const [row = 0, column = 0] = (element.dataset.place ?? '').split(':').map(Number);
  return { row, column };
}

function isOf(prompt: Prompt, chosen: string | undefined): boolean {
  return chosen !== undefined && (chosen === prompt.uid || chosen.startsWith(assessmentKey(prompt.uid, '')));
}
