import { isDay } from '../../domain/calendar/day.ts';
import type { Column, List } from './define-list.ts';

export type ProblemCode =
  | 'required'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-day'
  | 'not-a-moment'
  | 'not-a-number'
  | 'not-yes-or-no'
  | 'not-text'
  | 'not-a-person'
  | 'not-a-link'
  | 'unknown-column';

/** What is wrong with one value: a code for the machine, a sentence for the person. */
export type Problem = { readonly column: string; readonly code: ProblemCode; readonly sentence: string };

type Values = { readonly [column: string]: unknown };

/** SharePoint's limits for a line of text and for several. */
export const LONGEST_LINE = 255;
export const LONGEST_TEXT = 63_999;

/** What is wrong with the values of a whole row; nothing if the list takes them. */
export function validate(list: List, values: Values): readonly Problem[] {
  const missing = Object.entries(list.columns).flatMap(([key, column]) =>
    column.required && isEmpty(values[key]) ? [toProblem(key, column, 'required')] : [],
  );
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
  return [...missing, ...validateChange(list, given)];
}

/**
 * What is wrong with a change: only the columns that it names. A choice that the row had already may stay, whoever
 * added it to the list.
 */
export function validateChange(list: List, patch: Values, seen: Values = {}): readonly Problem[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    const column = Object.hasOwn(list.columns, key) ? list.columns[key] : undefined;
    if (!column) return [{ column: key, code: 'unknown-column', sentence: `${list.title} has no column ${key}.` }];
    if (isEmpty(value)) return column.required ? [toProblem(key, column, 'required')] : [];
    const code = findFault(column, value, seen[key]);
    return code ? [toProblem(key, column, code)] : [];
  });
}

function findFault(column: Column, value: unknown, seen: unknown): ProblemCode | undefined {
  switch (column.kind) {
    case 'text':
    case 'lookup': {
      if (typeof value !== 'string') return 'not-text';
      return value.length > longest(column) ? 'too-long' : undefined;
    }
    case 'choice':
      return column.choices.includes(value as string) || value === seen ? undefined : 'not-a-choice';
    case 'choices': {
      const had: readonly unknown[] = Array.isArray(seen) ? seen : [];
      const isKnown = (each: unknown) => column.choices.includes(each as string) || had.includes(each);
      return Array.isArray(value) && value.every(isKnown) ? undefined : 'not-a-choice';
    }
    case 'number':
      return Number.isFinite(value) ? undefined : 'not-a-number';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'not-yes-or-no';
    case 'day':
      return typeof value === 'string' && isDay(value) ? undefined : 'not-a-day';
    case 'instant':
      return isMoment(value) ? undefined : 'not-a-moment';
    case 'person':
      return findPairFault(value, 'id', 'name', LONGEST_LINE, 'not-a-person');
    case 'link':
      return (
        findPairFault(value, 'url', 'text', LONGEST_TEXT, 'not-a-link') ??
        (isWebAddress(value) ? undefined : 'not-a-link')
      );
  }
}

/** A person and a link are two texts, of which the first may not be empty. */
function findPairFault(
  value: unknown,
  first: string,
  second: string,
  longestFirst: number,
  code: ProblemCode,
): ProblemCode | undefined {
  if (typeof value !== 'object' || value === null) return code;
  const pair = value as Values;
  const [one, other] = [pair[first], pair[second]];
  if (typeof one !== 'string' || one === '' || typeof other !== 'string') return code;
  return one.length > longestFirst || other.length > LONGEST_LINE ? 'too-long' : undefined;
}

/** Anything else than a page, such as `javascript:`, would run where somebody presses it. */
function isWebAddress(value: unknown): boolean {
  const { url } = value as { readonly url: string };
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function longest(column: Column): number {
  if (column.kind !== 'text') return LONGEST_LINE;
  return column.max ?? (column.long ? LONGEST_TEXT : LONGEST_LINE);
}

function toProblem(key: string, column: Column, code: ProblemCode): Problem {
  return { column: key, code, sentence: toSentence(column, code) };
}

function toSentence(column: Column, code: ProblemCode): string {
  const { title } = column;
  switch (code) {
    case 'required':
      return `${title} is needed.`;
    case 'too-long':
      return column.kind === 'text'
        ? `${title} may have ${longest(column).toLocaleString('en-GB')} characters at most.`
        : `${title} is too long.`;
    case 'not-a-choice':
      return `${title} is one of: ${'choices' in column ? column.choices.join(', ') : ''}.`;
    case 'not-a-day':
      return `${title} is a day, such as 2026-11-30.`;
    case 'not-a-moment':
      return `${title} is a day and a time.`;
    case 'not-a-number':
      return `${title} is a number.`;
    case 'not-yes-or-no':
      return `${title} is yes or no.`;
    case 'not-text':
      return `${title} is text.`;
    case 'not-a-person':
      return `${title} is a person with an account.`;
    case 'not-a-link':
      return `${title} is a web address that begins with https.`;
    case 'unknown-column':
      return `There is no column ${title}.`;
  }
}
