import type { Columns, List } from './define-list.ts';
import { toNames } from './field-names.ts';

/** Names that every row has already: our own key, what the store adds, and what SharePoint gives every list. */
const RESERVED = new Set([
  ...['uid', 'version', 'created', 'changed', 'held', 'edits'],
  ...['id', 'guid', 'author', 'editor', 'modified', 'attachments', 'contenttype', 'edit', 'order', 'linktitle'],
]);

/** SharePoint's own limits. */
const LONGEST_NAME = 32;
const MOST_INDEXES = 20;

/** Refuses a declaration that SharePoint or the store could not keep; throws RangeError, at start and in every test. */
export function checkDeclaration(list: List<Columns>): void {
  const refuse = (what: string): never => {
    throw new RangeError(`The list ${list.name}: ${what}`);
  };
  if (!/^[a-z][a-z-]*$/.test(list.name)) refuse('its name is not in small letters and hyphens');
  if (!Number.isInteger(list.version) || list.version < 1) refuse('its version is not a whole number from 1 on');
  const taken = new Set<string>();
  let indexes = 1;
  for (const [key, column] of Object.entries(list.columns)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) refuse(`the column ${key} is not in camel case`);
    for (const name of toNames(key, column)) {
      if (RESERVED.has(name.toLowerCase()) || RESERVED.has(key.toLowerCase())) refuse(`the name ${key} is reserved`);
      if (name.length > LONGEST_NAME) refuse(`the name ${name} is longer than ${LONGEST_NAME} characters`);
      if (taken.has(name.toLowerCase())) refuse(`two columns would be kept as ${name}`);
      taken.add(name.toLowerCase());
    }
    if (key === 'title' && column.kind !== 'text') refuse('title is text in every SharePoint list');
    if (column.indexed) indexes += 1;
    if (column.kind === 'text' && column.long && (column.indexed || column.unique)) {
      refuse(`the column ${key} is too long to be indexed`);
    }
    if (column.kind === 'text' && column.unique && !column.indexed) refuse(`the column ${key} is unique, so indexed`);
    if (column.kind === 'choice' || column.kind === 'choices') {
      if (column.choices.length === 0) refuse(`the column ${key} has no choices`);
      if (new Set(column.choices).size < column.choices.length) refuse(`the column ${key} has a choice twice`);
    }
  }
  if (!Object.hasOwn(list.columns, 'title')) refuse('it has no title');
  if (indexes > MOST_INDEXES) refuse(`it has more than ${MOST_INDEXES} indexes`);
}
