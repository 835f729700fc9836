import { type Membership, mayCheck, mayWorkFor, PARTNER_DOES } from '../roles.ts';

export type EvidenceState = 'needed' | 'draft' | 'submitted' | 'approved' | 'returned' | 'superseded' | 'expired';

export const evidenceStates: readonly EvidenceState[] = [
  'needed',
  'draft',
  'submitted',
  'approved',
  'returned',
  'superseded',
  'expired',
];

/** What people read. "Needed" is a gap: a row without a file. */
export const evidenceStateNames: Readonly<Record<EvidenceState, string>> = {
  needed: 'Needed, not there',
  draft: 'Draft',
  submitted: 'Submitted for checking',
  approved: 'Approved',
  returned: 'Returned',
  superseded: 'Superseded',
  expired: 'Expired',
};

export type Move =
  | 'add file'
  | 'take file away'
  | 'submit'
  | 'take back'
  | 'add new version'
  | 'approve'
  | 'return'
  | 'supersede'
  | 'expire'
  | 'bring back';

type Rule = {
  readonly from: readonly EvidenceState[];
  readonly to: EvidenceState;
  /** `partner`: the partner's lead or deputy, or the coordinator. `second`: anyone named but the last submitter. */
  readonly who: 'partner' | 'second';
};

/** The whole table: what may become of an item, and at whose hands. */
export const moves: Readonly<Record<Move, Rule>> = {
  /** Also where the file was deleted: another one takes its place. */
  'add file': { from: ['needed', 'draft', 'returned'], to: 'draft', who: 'partner' },
  'take file away': { from: ['draft', 'returned'], to: 'needed', who: 'partner' },
  submit: { from: ['draft', 'returned'], to: 'submitted', who: 'partner' },
  'take back': { from: ['submitted'], to: 'draft', who: 'partner' },
  /** What was approved was another version, so it is to be checked again, by someone other than who brought this one. */
  'add new version': { from: ['approved', 'expired', 'submitted'], to: 'submitted', who: 'partner' },
  approve: { from: ['submitted'], to: 'approved', who: 'second' },
  /** Also from approved: a fault found later must have a way back. */
  return: { from: ['submitted', 'approved'], to: 'returned', who: 'second' },
  supersede: { from: ['draft', 'submitted', 'approved', 'returned', 'expired'], to: 'superseded', who: 'partner' },
  expire: { from: ['approved'], to: 'expired', who: 'partner' },
  /** To a draft, whatever it was before: what counts again is checked again. */
  'bring back': { from: ['superseded', 'expired'], to: 'draft', who: 'partner' },
};

export type MovedItem = {
  readonly state: EvidenceState;
  readonly partner: string;
  /** Who last submitted it or last brought a new version of it. */
  readonly submittedBy?: { readonly id: string };
  /** Who brought the bytes that lie there now, where those are others than were submitted. */
  readonly broughtBy?: { readonly id?: string | undefined } | undefined;
};

export type Mover = { readonly id: string; readonly memberships: readonly Membership[] };

export type MoveAnswer =
  | { readonly allowed: true; readonly to: EvidenceState }
  | { readonly allowed: false; readonly why: string };

export const BROUGHT_IT = 'You brought this version, so another person checks it.';

/** Whether this person may make this move with this item, and what becomes of it, or why not in a sentence. */
export function mayMove(move: Move, item: MovedItem, by: Mover): MoveAnswer {
  const rule = moves[move];
  if (!rule.from.includes(item.state)) {
    const now = `This is ${evidenceStateNames[item.state].toLowerCase()}`;
    const isThere = rule.to === item.state && item.state !== 'draft' && item.state !== 'needed';
    return refuse(isThere ? `${now} already.` : `${now}, so it cannot be ${past(move)}.`);
  }
  if (rule.who === 'partner') {
    return mayWorkFor(item.partner, by.memberships) ? { allowed: true, to: rule.to } : refuse(PARTNER_DOES);
  }
  if (!mayCheck(by.memberships)) return refuse('Leads, deputies and the coordinator check evidence.');
  if (item.submittedBy?.id === by.id) return refuse('You submitted it, so another person checks it.');
  if (move === 'approve' && item.broughtBy?.id === by.id) return refuse(BROUGHT_IT);
  // Sending back harms nothing; approving needs two people who are known to be two.
  if (item.submittedBy === undefined && move === 'approve') {
    return refuse('It is not known who submitted this. Return it, so that it can be submitted again.');
  }
  return { allowed: true, to: rule.to };
}

/** The moves that this person may make now, in the order of the table. */
export function movesFor(item: MovedItem, by: Mover): readonly Move[] {
  return (Object.keys(moves) as Move[]).filter((move) => mayMove(move, item, by).allowed);
}

/** A return says why; nothing else has to. */
export function needsReason(move: Move): boolean {
  return move === 'return';
}

function refuse(why: string): MoveAnswer {
  return { allowed: false, why };
}

function past(move: Move): string {
  const words: Readonly<Record<Move, string>> = {
    'add file': 'given a file',
    'take file away': 'left without its file',
    submit: 'submitted',
    'take back': 'taken back',
    'add new version': 'given a new version',
    approve: 'approved',
    return: 'returned',
    supersede: 'superseded',
    expire: 'marked as expired',
    'bring back': 'brought back',
  };
  return words[move];
}
