import type * as graph from '@microsoft/microsoft-graph-types';

/** The type facets of a column that can be made over Graph; exactly one is set. */
export const columnKinds = [
  'text',
  'choice',
  'number',
  'boolean',
  'dateTime',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
  'currency',
  'calculated',
] as const;

export type ColumnKind = (typeof columnKinds)[number];

export type ColumnDefinition = Omit<graph.ColumnDefinition, 'id' | 'name'> & {
  readonly name: string;
  readonly kind: ColumnKind;
};

const text = (name: string, displayName: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition => ({
  name,
  displayName,
  kind: 'text',
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  ...more,
});

const shown = { readOnly: true, columnGroup: '_Hidden' } as const;

/** What every list has before anybody adds a column. */
export function builtInColumns(template: string): ColumnDefinition[] {
  const file = text('FileLeafRef', 'Name', { required: true, readOnly: true });
  const date = (name: string, displayName: string): ColumnDefinition => ({
    name,
    displayName,
    kind: 'dateTime',
    dateTime: { displayAs: 'default', format: 'dateTime' },
    ...shown,
  });
  const person = (name: string, displayName: string): ColumnDefinition => ({
    name,
    displayName,
    kind: 'personOrGroup',
    personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly', displayAs: 'account' },
    ...shown,
  });
  const number: ColumnDefinition = {
    name: 'ID',
    displayName: 'ID',
    kind: 'number',
    number: {},
    indexed: true,
    ...shown,
  };
  return [
    text('Title', 'Title', { required: template !== 'documentLibrary' }),
    ...(template === 'documentLibrary' ? [file] : []),
    date('Modified', 'Modified'),
    date('Created', 'Created'),
    person('Author', 'Created By'),
    person('Editor', 'Modified By'),
    { ...number, hidden: false },
  ];
}
