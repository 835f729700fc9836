import { formatDay, isDay } from '../domain/calendar/day.ts';
import { formatInstant } from '../domain/calendar/london.ts';
import { assessmentKey } from '../domain/checklist/keys.ts';
import { type Confidence, confidenceNames, type Progress, progressName } from '../domain/checklist/progress.ts';
import { type Verdict, verdictName } from '../domain/checklist/verdict.ts';
import { toHref } from '../session/href.ts';
import type { Partnership } from '../session/use-partnership.ts';
import { assessments, workspaceLists } from '../workspace/schema/lists.ts';
import type { Edit } from '../workspace/sync/edit.ts';

/** What a change is about, in words, and where it can be looked at. */
export function describeEdit(
  edit: Pick<Edit, 'list' | 'uid' | 'kind' | 'values'>,
  known: Pick<Partnership, 'prompts' | 'partners' | 'evidence'> | undefined,
): { readonly title: string; readonly href: string | undefined } {
  if (edit.list === 'assessments') {
    for (const prompt of known?.prompts ?? []) {
      const partner = known?.partners.find((entry) => assessmentKey(prompt.uid, entry.uid) === edit.uid);
      if (partner === undefined) continue;
      const href = toHref({ screen: 'checklist', assessment: edit.uid });
      return { title: `${prompt.code}, ${partner.title}`, href };
    }
  }
  if (edit.list === 'evidence') {
    const title = known?.evidence.find((item) => item.uid === edit.uid)?.title ?? toText(edit.values.title);
    return { title: title ?? 'An evidence item', href: toHref({ screen: 'evidence', item: edit.uid }) };
  }
  const name = toText(edit.values.title);
  const list = listOf(edit.list)?.title.replace(/^JTAI /, '') ?? edit.list;
  return { title: name === undefined ? list : `${list}: ${name}`, href: undefined };
}

/** What is to be done to it: `Verdict, Reason`, `New`, `Removed`. */
export function whatChanges({ kind, list, values }: Pick<Edit, 'kind' | 'list' | 'values'>): string {
  if (kind === 'create') return 'New';
  if (kind === 'remove') return 'Removed';
  return Object.keys(values)
    .map((column) => columnTitle(list, column))
    .join(', ');
}

export function columnTitle(list: string, column: string): string {
  return columnOf(list, column)?.title ?? column;
}

/** Whether a column holds what a person said of the row, and not which row it is or what follows from the rest. */
export function isOfPerson(list: string, column: string): boolean {
  const { kind, stamp } = columnOf(list, column) ?? {};
  if (kind === 'lookup' || stamp === true) return false;
  return list !== assessments.name || !['title', 'progress', 'broughtForward'].includes(column);
}

/** A value as the screens say it; undefined for an empty one. */
export function valueWords(list: string, column: string, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (list === 'assessments') {
    if (column === 'verdict' || column === 'agreedVerdict') return verdictName(value as Verdict);
    if (column === 'progress') return progressName(value as Progress);
    if (column === 'confidence') return confidenceNames[value as Confidence];
  }
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return toText('name' in value ? value.name : 'text' in value ? value.text : undefined);
  const kind = columnOf(list, column)?.kind;
  if (typeof value === 'string' && kind === 'day' && isDay(value)) return formatDay(value);
  if (typeof value === 'string' && kind === 'instant') return formatInstant(value);
  return String(value);
}

/** Several values in one line. What ends with a mark of its own gets no second one. */
export function joinWords(parts: readonly string[]): string {
  return parts.reduce((line, part) => (line === '' ? part : `${line}${/[.!?]$/.test(line) ? '' : '.'} ${part}`), '');
}

function listOf(name: string) {
  return workspaceLists.find((entry) => entry.name === name);
}

function columnOf(list: string, column: string) {
  const columns:
    | { readonly [key: string]: { readonly title: string; readonly kind: string; readonly stamp?: boolean } }
    | undefined = listOf(list)?.columns;
  return columns?.[column];
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
