import { defineList, type RowOf } from './define-list.ts';

/** A small promise made about one answer. */
export const actions = defineList({
  name: 'actions',
  title: 'JTAI Actions',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Action', required: true, max: 255 },
    theme: { kind: 'lookup', title: 'Theme', list: 'themes', required: true, indexed: true },
    prompt: { kind: 'lookup', title: 'Prompt', list: 'prompts', indexed: true },
    partner: { kind: 'lookup', title: 'Partner', list: 'partners', indexed: true },
    owner: { kind: 'person', title: 'Owner' },
    dueOn: { kind: 'day', title: 'Due', indexed: true },
    doneOn: { kind: 'day', title: 'Done on' },
    broughtForward: { kind: 'text', title: 'Brought forward from', max: 255 },
  },
});

export const actionEvidence = defineList({
  name: 'action-evidence',
  title: 'JTAI Evidence of actions',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Link', required: true, max: 255 },
    evidence: { kind: 'lookup', title: 'Evidence', list: 'evidence', required: true, indexed: true },
    action: { kind: 'lookup', title: 'Action', list: 'actions', required: true, indexed: true },
  },
});

/** What people say to each other about an answer or a prompt. */
export const comments = defineList({
  name: 'comments',
  title: 'JTAI Comments',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'About', required: true, max: 255 },
    /** The uid of the assessment or the prompt. */
    record: { kind: 'text', title: 'Record', required: true, max: 255, indexed: true },
    words: { kind: 'text', title: 'Words', required: true, long: true },
    writtenBy: { kind: 'person', title: 'Written by', required: true },
    /** Account ids of those who are asked, one a line. */
    mentions: { kind: 'text', title: 'Mentions', long: true },
  },
});

export type Action = RowOf<typeof actions>;
export type ActionEvidence = RowOf<typeof actionEvidence>;
export type Comment = RowOf<typeof comments>;
