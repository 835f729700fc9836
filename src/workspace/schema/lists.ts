import { defineList, type RowOf } from './define-list.ts';

/**
 * One for a whole site: which workspaces it holds and which channels open each. Two standard channels share a site,
 * so each workspace's own lists carry its id in their names.
 */
export const workspaces = defineList({
  name: 'workspaces',
  title: 'JTAI Workspaces',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Partnership', required: true, max: 255 },
    channels: { kind: 'text', title: 'Channels, one id a line', long: true },
    drive: { kind: 'text', title: 'Library', required: true, max: 255 },
    homeFolder: { kind: 'text', title: 'Channel folder', required: true, max: 255 },
    /** What set-up was asked to make, until it has made it all: whoever comes back can carry on. */
    plan: { kind: 'text', title: 'Unfinished set-up', long: true },
  },
});

export const partners = defineList({
  name: 'partners',
  title: 'JTAI Partners',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Partner', required: true, max: 60 },
    position: { kind: 'number', title: 'Position', required: true },
    removedOn: { kind: 'day', title: 'Removed on' },
  },
});

export const people = defineList({
  name: 'people',
  title: 'JTAI People',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Name', required: true, max: 255 },
    role: {
      kind: 'choice',
      title: 'Role',
      choices: ['coordinator', 'lead', 'deputy', 'senior leader'],
      required: true,
    },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', indexed: true },
    /** Missing where the name was typed by hand because the team's members could not be read. */
    person: { kind: 'person', title: 'Account' },
    email: { kind: 'text', title: 'Email', max: 255 },
  },
});

export const themes = defineList({
  name: 'themes',
  title: 'JTAI Themes',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Theme', required: true, max: 255 },
    pack: { kind: 'text', title: 'Pack', required: true, max: 60 },
    packVersion: { kind: 'text', title: 'Pack version', required: true, max: 30 },
    year: { kind: 'number', title: 'Year', required: true },
    folder: { kind: 'text', title: 'Folder', max: 255 },
  },
});

export const prompts = defineList({
  name: 'prompts',
  title: 'JTAI Prompts',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Prompt', required: true, max: 255 },
    theme: { kind: 'lookup', title: 'Theme', list: 'themes', required: true, indexed: true },
    /** The pack's own id, `FD-A1`. */
    code: { kind: 'text', title: 'Id', required: true, max: 30, indexed: true },
    group: { kind: 'text', title: 'Group', required: true, max: 120 },
    position: { kind: 'number', title: 'Position', required: true },
    basis: { kind: 'text', title: 'Basis', max: 120 },
    source: { kind: 'link', title: 'Source' },
  },
});

export const assessments = defineList({
  name: 'assessments',
  title: 'JTAI Assessments',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Assessment', required: true, max: 255 },
    prompt: { kind: 'lookup', title: 'Prompt', list: 'prompts', required: true, indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', required: true, indexed: true },
    verdict: { kind: 'choice', title: 'Own verdict', choices: ['red', 'amber', 'green', 'not-applicable'] },
    reason: { kind: 'text', title: 'Reason', long: true },
    impact: { kind: 'text', title: 'Impact on children', long: true },
    ratedBy: { kind: 'person', title: 'Rated by', stamp: true },
    ratedAt: { kind: 'instant', title: 'Rated at', stamp: true },
  },
});

export const evidence = defineList({
  name: 'evidence',
  title: 'JTAI Evidence',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Evidence', required: true, max: 255 },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', required: true, indexed: true },
    theme: { kind: 'lookup', title: 'Theme', list: 'themes', indexed: true },
    state: {
      kind: 'choice',
      title: 'State',
      choices: ['needed', 'draft', 'submitted', 'approved', 'returned', 'superseded', 'expired'],
      required: true,
      indexed: true,
    },
    /** The file's own id in the library: names and places may change, this does not. */
    file: { kind: 'text', title: 'File', max: 255, indexed: true },
    fileName: { kind: 'text', title: 'File name', max: 255 },
    size: { kind: 'number', title: 'Size in bytes' },
    owner: { kind: 'person', title: 'Owner' },
    periodFrom: { kind: 'day', title: 'Period from' },
    periodTo: { kind: 'day', title: 'Period to' },
    dueOn: { kind: 'day', title: 'Due' },
    note: { kind: 'text', title: 'Note', long: true },
  },
});

export const evidenceLinks = defineList({
  name: 'evidence-links',
  title: 'JTAI Evidence links',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Link', required: true, max: 255 },
    evidence: { kind: 'lookup', title: 'Evidence', list: 'evidence', required: true, indexed: true },
    prompt: { kind: 'lookup', title: 'Prompt', list: 'prompts', required: true, indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', required: true, indexed: true },
  },
});

/** Which folder of the library belongs to whom; followed by id, so that a renamed folder still counts. */
export const folders = defineList({
  name: 'folders',
  title: 'JTAI Folders',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Folder', required: true, max: 255 },
    theme: { kind: 'lookup', title: 'Theme', list: 'themes', required: true, indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', indexed: true },
    item: { kind: 'text', title: 'Folder id', required: true, max: 255, indexed: true },
  },
});

/** Two people changed the same field and a person chose: the value that was not kept, so that it is not lost. */
export const clashes = defineList({
  name: 'clashes',
  title: 'JTAI Clashes',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'What was decided', required: true, max: 255 },
    /** Our own name of the list, `assessments`. */
    list: { kind: 'text', title: 'List', required: true, max: 60 },
    /** The row's uid. */
    record: { kind: 'text', title: 'Record', required: true, max: 255, indexed: true },
    /** The column's key, `reason`. */
    column: { kind: 'text', title: 'Field', required: true, max: 60 },
    /** In words, as they stood on the screen. Missing where the field was empty. */
    kept: { kind: 'text', title: 'Kept', long: true },
    notKept: { kind: 'text', title: 'Not kept', long: true },
    /** Whose value was not kept: their name. */
    notKeptFrom: { kind: 'text', title: 'Not kept, from', max: 255 },
    decidedBy: { kind: 'person', title: 'Decided by' },
    decidedAt: { kind: 'instant', title: 'Decided at' },
  },
});

/** The lists that each workspace has of its own, in the order in which they are made. */
export const workspaceLists = [
  partners,
  people,
  themes,
  prompts,
  assessments,
  evidence,
  evidenceLinks,
  folders,
  clashes,
] as const;

export type WorkspaceRow = RowOf<typeof workspaces>;
export type Partner = RowOf<typeof partners>;
export type Person = RowOf<typeof people>;
export type Theme = RowOf<typeof themes>;
export type Prompt = RowOf<typeof prompts>;
export type Assessment = RowOf<typeof assessments>;
export type Evidence = RowOf<typeof evidence>;
export type EvidenceLink = RowOf<typeof evidenceLinks>;
export type Folder = RowOf<typeof folders>;
export type ClashNote = RowOf<typeof clashes>;
