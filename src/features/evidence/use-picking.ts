import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { Line } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { countPicked, extendTo, nothingPicked, toggleAll, toggleAt, withoutAnchor } from './picking.ts';

export type Picks = ReturnType<typeof usePicking>;

/** Several rows chosen together; they stay chosen while the list is filtered and ordered otherwise. */
export function usePicking(rows: readonly EvidenceRow[], lines: readonly Line[]) {
  const announce = useAnnounce();
  const [picking, setPicking] = useState(nothingPicked);
  const { picked } = picking;
  const chosen = useMemo(() => (picked.size === 0 ? none : rows.filter(({ key }) => picked.has(key))), [rows, picked]);

  const said = useRef(0);
  useEffect(() => {
    if (said.current === chosen.length) return;
    said.current = chosen.length;
    announce(chosen.length === 0 ? 'None chosen.' : `${chosen.length} chosen.`);
  }, [chosen.length, announce]);

  const counts = useMemo(() => countPicked(picking, lines), [picking, lines]);

  return {
    picked,
    /** Of those under a group's head, by its line, and of the whole list. */
    counts,
    /** The chosen rows, in the order of the register. */
    rows: chosen,
    toggle: (line: number) => setPicking((before) => toggleAt(before, lines, line)),
    extend: (from: number, to: number) => setPicking((before) => extendTo(before, lines, from, to)),
    all: () => setPicking((before) => toggleAll(before, lines)),
    /** The keyboard went on without choosing. */
    pass: () => setPicking(withoutAnchor),
    /** Chooses these and no others. */
    choose: useCallback((keys: ReadonlySet<string>) => setPicking({ picked: keys }), []),
    clear: useCallback(() => setPicking(nothingPicked), []),
  };
}

const none: readonly EvidenceRow[] = [];
