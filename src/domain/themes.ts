import type { Day } from './calendar/day.ts';

type ThemeLine = {
  readonly uid: string;
  readonly year: number;
  readonly title: string;
  readonly closedOn?: Day;
  readonly created?: { readonly at: string };
};

/**
 * Those that are worked on: the newest year first, and of one year the one that was begun first, so that a theme that is
 * added takes nobody away from what they are at.
 */
export function openThemes<T extends ThemeLine>(themes: readonly T[]): readonly T[] {
  return themes
    .filter((theme) => theme.closedOn === undefined)
    .toSorted(
      (one, other) =>
        other.year - one.year ||
        (one.created?.at ?? '').localeCompare(other.created?.at ?? '') ||
        one.title.localeCompare(other.title, 'en-GB'),
    );
}

/**
 * The theme that the screens are about: the one chosen, else the newest that is open and whose year has come. The next
 * cycle may be made long before; it is nobody's first screen while this year's is worked on.
 */
export function shownTheme<T extends ThemeLine>(
  themes: readonly T[],
  chosen: string | undefined,
  thisYear: number,
): T | undefined {
  const open = openThemes(themes);
  const earliest = open.find((theme) => theme.year === open.at(-1)?.year);
  return (
    themes.find((theme) => theme.uid === chosen) ??
    open.find((theme) => theme.year <= thisYear) ??
    earliest ??
    themes[0]
  );
}

/** The themes to choose from, as they are called: the open ones, and the shown one if it was put away. */
export function themeOptions<T extends ThemeLine>(
  themes: readonly T[],
  shown: T,
): readonly { readonly uid: string; readonly label: string }[] {
  const open = openThemes(themes);
  const offered = open.includes(shown) ? open : [...open, shown];
  // Two cycles of one theme have the same title.
  return offered.map((theme) => ({
    uid: theme.uid,
    label: offered.some((other) => other !== theme && other.title === theme.title)
      ? `${theme.title} ${theme.year}`
      : theme.title,
  }));
}

type Cycle = { readonly pack: string; readonly year: number };

/** The newest cycle of the same pack before this one. */
export function lastCycle<T extends Cycle>(themes: readonly T[], { pack, year }: Cycle): T | undefined {
  return themes
    .filter((theme) => theme.pack === pack && theme.year < year)
    .toSorted((one, other) => other.year - one.year)[0];
}
