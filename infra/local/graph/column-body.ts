import { type ColumnDefinition, type ColumnKind, columnKinds } from '../state/columns.ts';
import { isObject, onlyKnown, textIn } from './body.ts';
import type { Json } from './endpoint.ts';
import { invalidRequest } from './errors.ts';

const MEMBERS = [
  'id',
  'name',
  'displayName',
  'description',
  'columnGroup',
  'enforceUniqueValues',
  'hidden',
  'indexed',
  'readOnly',
  'required',
  'defaultValue',
  'validation',
  ...columnKinds,
];

const FACETS: Readonly<Record<ColumnKind, Json>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateTime' },
  personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleAndGroups', displayAs: 'nameWithPresence' },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
  hyperlinkOrPicture: { isPicture: false },
  currency: { locale: 'en-GB' },
  calculated: {},
};

const FACET_MEMBERS: Readonly<Record<ColumnKind, readonly string[]>> = {
  text: ['allowMultipleLines', 'appendChangesToExistingText', 'linesForEditing', 'maxLength', 'textType'],
  choice: ['allowTextEntry', 'choices', 'displayAs'],
  number: ['decimalPlaces', 'displayAs', 'maximum', 'minimum'],
  boolean: [],
  dateTime: ['displayAs', 'format'],
  personOrGroup: ['allowMultipleSelection', 'chooseFromType', 'displayAs'],
  lookup: ['allowMultipleValues', 'allowUnlimitedLength', 'columnName', 'listId', 'primaryLookupColumnId'],
  hyperlinkOrPicture: ['isPicture'],
  currency: ['locale'],
  calculated: ['format', 'formula', 'outputType'],
};

/** A new column: exactly one type, a name, and an index where values must be unique. */
export function readNewColumn(value: unknown): ColumnDefinition {
  if (!isObject(value)) throw invalidRequest('A column is an object.');
  onlyKnown(value, 'columnDefinition', MEMBERS);
  const kinds = kindsIn(value);
  const kind = kinds[0];
  if (kinds.length !== 1 || !kind) throw invalidRequest('A column needs exactly one type facet.');
  const name = textIn(value, 'name') ?? textIn(value, 'displayName');
  if (!name || !/^[\p{L}_][\p{L}\p{N}_]{0,31}$/u.test(name))
    throw invalidRequest(`The column name '${name ?? ''}' is not allowed.`);
  return settle({
    name,
    kind,
    displayName: textIn(value, 'displayName') ?? name,
    description: textIn(value, 'description') ?? '',
    columnGroup: textIn(value, 'columnGroup') ?? 'Custom Columns',
    enforceUniqueValues: yes(value, 'enforceUniqueValues') ?? false,
    hidden: yes(value, 'hidden') ?? false,
    indexed: yes(value, 'indexed') ?? false,
    readOnly: yes(value, 'readOnly') ?? false,
    required: yes(value, 'required') ?? false,
    ...(isObject(value.defaultValue) ? { defaultValue: value.defaultValue } : {}),
    [kind]: readFacet(kind, value[kind]),
  });
}

/** A change to a column: its type stays what it is. */
export function readColumnChange(before: ColumnDefinition, value: Json): ColumnDefinition {
  onlyKnown(value, 'columnDefinition', MEMBERS);
  const { kind } = before;
  if (kindsIn(value).some((other) => other !== kind)) throw invalidRequest('The type of a column cannot be changed.');
  if (value.name !== undefined && value.name !== before.name)
    throw invalidRequest('The name of a column cannot be changed.');
  const flags = ['enforceUniqueValues', 'hidden', 'indexed', 'readOnly', 'required'] as const;
  const texts = ['displayName', 'description', 'columnGroup'] as const;
  const changes: Record<string, unknown> = {};
  for (const flag of flags) if (value[flag] !== undefined) changes[flag] = yes(value, flag);
  for (const text of texts) if (value[text] !== undefined) changes[text] = textIn(value, text);
  if (value[kind] !== undefined) changes[kind] = readFacet(kind, { ...before[kind], ...(value[kind] as object) });
  return settle({ ...before, ...changes });
}

const kindsIn = (value: Json): ColumnKind[] =>
  columnKinds.filter((kind) => value[kind] !== undefined && value[kind] !== null);

function settle(column: ColumnDefinition): ColumnDefinition {
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalidRequest('A column with unique values must be indexed.');
  }
  const long = column.text?.allowMultipleLines === true;
  if (column.indexed && long) throw invalidRequest('A column with several lines of text cannot be indexed.');
  return column;
}

function readFacet(kind: ColumnKind, facet: unknown): Json {
  if (!isObject(facet)) throw invalidRequest(`The facet '${kind}' must be an object.`);
  onlyKnown(facet, `${kind}Column`, FACET_MEMBERS[kind]);
  const usual = { ...FACETS[kind] };
  if (kind === 'text' && facet.allowMultipleLines === true) delete (usual as Record<string, unknown>).maxLength;
  const settled = { ...usual, ...facet };
  if (
    kind === 'choice' &&
    !(Array.isArray(settled.choices) && settled.choices.every((each) => typeof each === 'string'))
  ) {
    throw invalidRequest('The choices of a column must be texts.');
  }
  return settled;
}

function yes(value: Json, name: string): boolean | undefined {
  const flag = value[name];
  if (flag === undefined || flag === null) return undefined;
  if (typeof flag !== 'boolean') throw invalidRequest(`The property '${name}' must be true or false.`);
  return flag;
}
