import { expect, it } from 'vitest';
import { openThemes, shownTheme, themeOptions } from '../../src/domain/themes.ts';

const frontDoor = { uid: 'front-door-2026', year: 2026, title: 'Front door' };
const abuse = { uid: 'domestic-abuse-2027', year: 2027, title: 'Domestic abuse' };
const violence = { uid: 'serious-youth-violence-2027', year: 2027, title: 'Serious youth violence' };
const closed = { uid: 'front-door-2025', year: 2028, title: 'Front door', closedOn: '2026-01-05' };

it('puts the newest year first and leaves out what has been closed', () => {
  expect(openThemes([frontDoor, closed, violence, abuse])).toEqual([abuse, violence, frontDoor]);
});

it('leaves people at the theme that was begun first when another of the same year is added', () => {
  const begun = { ...frontDoor, created: { at: '2026-09-01T08:00:00Z' } };
  const added = { ...abuse, year: 2026, created: { at: '2026-11-20T08:00:00Z' } };
  expect(shownTheme([added, begun], undefined, 2026)).toBe(begun);
});

it('shows the theme that was chosen, even a closed one or one of a later year', () => {
  expect(shownTheme([frontDoor, closed], 'front-door-2025', 2026)).toBe(closed);
  expect(shownTheme([frontDoor, abuse], 'domestic-abuse-2027', 2026)).toBe(abuse);
});

it('shows the newest open theme where nothing is chosen, or what was chosen is gone', () => {
  expect(shownTheme([frontDoor, violence, abuse], undefined, 2027)).toBe(abuse);
  expect(shownTheme([frontDoor, closed], 'gone', 2028)).toBe(frontDoor);
});

it('goes on with the theme of this year while the next one is only made', () => {
  expect(shownTheme([abuse, frontDoor, violence], undefined, 2026)).toBe(frontDoor);
  expect(shownTheme([abuse, frontDoor], undefined, 2027)).toBe(abuse);
});

it('shows the earliest of those to come where there is no other', () => {
  const later = { uid: 'front-door-2029', year: 2029, title: 'Front door' };
  expect(shownTheme([later, violence, abuse, closed], undefined, 2026)).toBe(abuse);
});

it('shows a closed theme where there is no other, and none where there is none', () => {
  expect(shownTheme([closed], undefined, 2026)).toBe(closed);
  expect(shownTheme([], 'gone', 2026)).toBeUndefined();
});

it('offers the open themes by their titles, with the year where two have the same one', () => {
  const labels = (...args: Parameters<typeof themeOptions>) => themeOptions(...args).map((option) => option.label);
  expect(labels([frontDoor, closed, violence], violence)).toEqual(['Serious youth violence', 'Front door']);
  expect(labels([frontDoor, closed], closed)).toEqual(['Front door 2026', 'Front door 2028']);
});
