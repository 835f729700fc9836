import { actionEvidence, actions, comments } from './actions.ts';
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
  version: 3,
  columns: {
    title: { kind: 'text', title: 'Theme', required: true, max: 255 },
    pack: { kind: 'text', title: 'Pack', required: true, max: 60 },
    packVersion: { kind: 'text', title: 'Pack version', required: true, max: 30 },
    year: { kind: 'number', title: 'Year', required: true },
    folder: { kind: 'text', title: 'Folder', max: 255 },
    /** The theme's uid that a new cycle took its answers from. */
    broughtFrom: { kind: 'text', title: 'Brought forward from', max: 255 },
    /** The theme's uid that it is to take them from: said before the first of them, until the last one is there. */
    bringing: { kind: 'text', title: 'Being brought forward from', max: 255 },
    /** Keys of the partners that have no column, one a line; see `domain/checklist/pack-scope.ts`. */
    outOfScope: { kind: 'text', title: 'Out of scope, one key a line', long: true },
    /** The last upgrade of the pack, as JSON; what it did to each prompt stands with the prompt. */
    lastUpgrade: { kind: 'text', title: 'Last upgrade', long: true },
    /** Put away: shown no more unless somebody asks for it. */
    closedOn: { kind: 'day', title: 'Closed on' },
  },
});

export const prompts = defineList({
  name: 'prompts',
  title: 'JTAI Prompts',
  version: 3,
  columns: {
    title: { kind: 'text', title: 'Prompt', required: true, max: 255 },
    theme: { kind: 'lookup', title: 'Theme', list: 'themes', required: true, indexed: true },
    /** The pack's own id, `FD-A1`. */
    code: { kind: 'text', title: 'Id', required: true, max: 30, indexed: true },
    group: { kind: 'text', title: 'Group', required: true, max: 120 },
    position: { kind: 'number', title: 'Position', required: true },
    basis: { kind: 'text', title: 'Basis', max: 120 },
    source: { kind: 'link', title: 'Source' },
    /** Where the live guidance says it; filled in by the partnership. */
    paragraph: { kind: 'text', title: 'Guidance paragraph', max: 60 },
    /** A newer pack has it no more; its answers stay. */
    withdrawnOn: { kind: 'day', title: 'Withdrawn on' },
    /** What the last upgrade that touched it did to it, as JSON: enough to take it back. */
    lastUpgrade: { kind: 'text', title: 'Changed by the last upgrade', long: true },
  },
});

export const assessments = defineList({
  name: 'assessments',
  title: 'JTAI Assessments',
  version: 2,
  columns: {
    title: { kind: 'text', title: 'Assessment', required: true, max: 255 },
    prompt: { kind: 'lookup', title: 'Prompt', list: 'prompts', required: true, indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', required: true, indexed: true },
    verdict: { kind: 'choice', title: 'Own verdict', choices: ['red', 'amber', 'green', 'not-applicable'] },
    reason: { kind: 'text', title: 'Reason', long: true },
    impact: { kind: 'text', title: 'Impact on children', long: true },
    ratedBy: { kind: 'person', title: 'Rated by', stamp: true },
    ratedAt: { kind: 'instant', title: 'Rated at', stamp: true },
    /** Missing where nobody has begun; see `progressOf`. */
    progress: { kind: 'choice', title: 'Progress', choices: ['in-progress', 'ready-to-agree', 'agreed'] },
    confidence: { kind: 'choice', title: 'Confidence', choices: ['high', 'medium', 'low'] },
    strengths: { kind: 'text', title: 'Strengths', long: true },
    improve: { kind: 'text', title: 'What needs to improve', long: true },
    owner: { kind: 'person', title: 'Owner' },
    dueOn: { kind: 'day', title: 'Due' },
    /** What a second person has agreed; stays beside an own verdict that changes later. */
    agreedVerdict: { kind: 'choice', title: 'Agreed verdict', choices: ['red', 'amber', 'green', 'not-applicable'] },
    agreedBy: { kind: 'person', title: 'Agreed by', stamp: true },
    agreedAt: { kind: 'instant', title: 'Agreed at', stamp: true },
    noActionReason: { kind: 'text', title: 'Why no action', long: true },
    /** The theme's uid that the answer was brought forward from, until somebody confirms it. */
    broughtForward: { kind: 'text', title: 'Brought forward from', max: 255 },
    /** Each verdict given, with its moment; see `domain/checklist/trail.ts`. */
    trail: { kind: 'text', title: 'Verdicts over time', long: true, stamp: true },
  },
});

export const evidence = defineList({
  name: 'evidence',
  title: 'JTAI Evidence',
  version: 2,
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
    /** In the pack's words, `Policy or procedure`. */
    kindOf: { kind: 'text', title: 'Kind', max: 120 },
    /** Holds until its review, however old it is: a policy. */
    untilReview: { kind: 'boolean', title: 'Holds until its review' },
    documentOn: { kind: 'day', title: 'Document date' },
    reviewBy: { kind: 'day', title: 'Review by' },
    marking: { kind: 'choice', title: 'Marking', choices: ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'not marked'] },
    /** The library that holds the file, where it is not the partnership's own; then `address` opens it. */
    drive: { kind: 'text', title: 'Library of the file', max: 255 },
    address: { kind: 'link', title: 'Address' },
    /** The folder that the file lay in when it was registered, by id: another one later means it was moved. */
    folder: { kind: 'text', title: 'Folder id', max: 255 },
    /** SharePoint's hash (quickXorHash) of the file when it was registered or last submitted. */
    fingerprint: { kind: 'text', title: 'Fingerprint', max: 60 },
    submittedBy: { kind: 'person', title: 'Submitted by', stamp: true },
    submittedAt: { kind: 'instant', title: 'Submitted at', stamp: true },
    /** Why it was returned, in the checker's words. */
    returnReason: { kind: 'text', title: 'Why it was returned', long: true },
    approvedBy: { kind: 'person', title: 'Approved by', stamp: true },
    approvedAt: { kind: 'instant', title: 'Approved at', stamp: true },
    /** SharePoint's number of the version that was approved, `3.0`. */
    approvedVersion: { kind: 'text', title: 'Approved version', max: 30 },
    /** SHA-256 of the bytes read back at approval, hexadecimal. Missing above 250 MB. */
    approvedSha256: { kind: 'text', title: 'SHA-256 at approval', max: 64 },
    /** SharePoint's own hash at approval: another one later means that the file was changed. */
    approvedFingerprint: { kind: 'text', title: 'Fingerprint at approval', max: 60 },
    broughtForward: { kind: 'text', title: 'Brought forward from', max: 255 },
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

/** Theme packs that the partnership brought in or wrote; those that we ship are files of the program. */
export const packs = defineList({
  name: 'packs',
  title: 'JTAI Packs',
  version: 2,
  columns: {
    title: { kind: 'text', title: 'Pack', required: true, max: 255 },
    pack: { kind: 'text', title: 'Pack id', required: true, max: 60, indexed: true },
    packVersion: { kind: 'text', title: 'Pack version', required: true, max: 30 },
    /** The whole pack as JSON; see `themes/pack-schema.ts`. */
    content: { kind: 'text', title: 'Content', required: true, long: true },
    /** What of it does not fit there. */
    contentRest: { kind: 'text', title: 'Content, second part', long: true },
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
  actions,
  actionEvidence,
  comments,
  packs,
] as const;

/** Those that a workspace of the first version does not have until somebody brings it up to date. */
export const laterLists: ReadonlySet<string> = new Set(
  [actions, actionEvidence, comments, packs].map(({ name }) => name),
);

export type WorkspaceRow = RowOf<typeof workspaces>;
export type Partner = RowOf<typeof partners>;
export type Person = RowOf<typeof people>;
export type Theme = RowOf<typeof themes>;
export type Prompt = RowOf<typeof prompts>;
export type Assessment = RowOf<typeof assessments>;
export type Evidence = RowOf<typeof evidence>;
export type EvidenceLink = RowOf<typeof evidenceLinks>;
export type PackRow = RowOf<typeof packs>;
export type Folder = RowOf<typeof folders>;
export type ClashNote = RowOf<typeof clashes>;
