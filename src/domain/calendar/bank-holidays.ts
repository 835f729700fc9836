import { addDays, type Day, dayOf, weekdayOf } from './day.ts';

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

/** What ministers changed for one year: holidays added, and the usual day that moved for them. */
const ONE_OFFS: Readonly<Record<number, { readonly add: readonly Day[]; readonly drop: readonly Day[] }>> = {
  1995: { add: ['1995-05-08'], drop: ['1995-05-01'] },
  1999: { add: ['1999-12-31'], drop: [] },
  2002: { add: ['2002-06-03', '2002-06-04'], drop: ['2002-05-27'] },
  2011: { add: ['2011-04-29'], drop: [] },
  2012: { add: ['2012-06-04', '2012-06-05'], drop: ['2012-05-28'] },
  2020: { add: ['2020-05-08'], drop: ['2020-05-04'] },
  2022: { add: ['2022-06-02', '2022-06-03', '2022-09-19'], drop: ['2022-05-30'] },
  2023: { add: ['2023-05-08'], drop: [] },
};

const known = new Map<number, readonly Day[]>();

/**
 * The bank holidays of England in a year from 1978 on, in order, with their substitutes. Days that ministers have
 * not announced yet cannot be in it: whoever counts may give those as well.
 */
export function bankHolidays(year: number): readonly Day[] {
  const before = known.get(year);
  if (before) return before;
  const holidays = workOut(year);
  known.set(year, holidays);
  return holidays;
}

function workOut(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const { add, drop } = ONE_OFFS[year] ?? { add: [], drop: [] };
  const usual = [
    newYearHoliday(year),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMondayFrom(dayOf(year, 5, 1)),
    firstMondayFrom(dayOf(year, 5, 25)),
    firstMondayFrom(dayOf(year, 8, 25)),
    ...christmasHolidays(year),
  ];
  return [...usual.filter((day) => !drop.includes(day)), ...add].toSorted();
}

function newYearHoliday(year: number): Day {
  const day = dayOf(year, 1, 1);
  const weekday = weekdayOf(day);
  return weekday === SUNDAY || weekday === SATURDAY ? firstMondayFrom(day) : day;
}

/** Two days; what falls on a weekend is given back on the next weekdays. */
function christmasHolidays(year: number): readonly Day[] {
  const christmas = dayOf(year, 12, 25);
  const weekday = weekdayOf(christmas);
  if (weekday === SATURDAY) return [addDays(christmas, 2), addDays(christmas, 3)];
  // Boxing Day keeps its Monday; Christmas moves past it.
  if (weekday === SUNDAY) return [addDays(christmas, 1), addDays(christmas, 2)];
  const boxing = addDays(christmas, 1);
  return [christmas, weekdayOf(boxing) === SATURDAY ? addDays(boxing, 2) : boxing];
}

function firstMondayFrom(day: Day): Day {
  return addDays(day, (MONDAY - weekdayOf(day) + 7) % 7);
}

/** The Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * shift + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1);
}
