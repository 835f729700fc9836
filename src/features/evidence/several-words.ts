import type { ManyAct } from '../../domain/evidence/several.ts';

type ActWords = {
  readonly title: string;
  /** Before the names of those that it is done with. */
  readonly does: string;
  /** `Submit 3 documents`. */
  readonly verb: string;
  readonly busy: string;
  readonly done: string;
};

export const actWords: Readonly<Record<ManyAct, ActWords>> = {
  submit: {
    title: 'Submit several for checking',
    does: 'Another person checks each of these.',
    verb: 'Submit',
    busy: 'Submitting',
    done: 'submitted',
  },
  approve: {
    title: 'Approve several',
    does: 'Each file is read back, and the approval holds for that version alone.',
    verb: 'Approve',
    busy: 'Approving',
    done: 'approved',
  },
  register: {
    title: 'Register several files',
    does: 'Each becomes a draft of its partner, under the name of its file.',
    verb: 'Register',
    busy: 'Registering',
    done: 'registered',
  },
  owner: {
    title: 'Set the owner of several',
    does: 'These get the same owner.',
    verb: 'Change',
    busy: 'Changing',
    done: 'changed',
  },
};

/** What a checker says yes to for all of them, as for one. */
export const questionsOfSeveral: readonly string[] = [
  'Each is the right document and the latest version',
  'The period covered or the review date of each is right',
  'No child can be recognised from any of them',
];

export function countWords(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`;
}
