import type { Day } from '../domain/calendar/day.ts';
import type { Asked } from '../domain/evidence/asked.ts';
import { type Membership, mayWorkFor, membershipsOf } from '../domain/roles.ts';
import { runAtOnce } from '../graph/at-once.ts';
import { MOST_PARTS } from '../graph/batch.ts';
import { GraphError } from '../graph/errors.ts';
import type { PatchOf, PersonRef } from '../workspace/schema/define-list.ts';
import { type Evidence, evidence, type Person, people } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { toAddress } from './evidence-states.ts';

export type ItemPatch = Pick<
  PatchOf<typeof evidence>,
  | 'title'
  | 'partner'
  | 'owner'
  | 'kindOf'
  | 'untilReview'
  | 'periodFrom'
  | 'periodTo'
  | 'documentOn'
  | 'reviewBy'
  | 'dueOn'
  | 'marking'
  | 'note'
>;

/** Changes what the register says of an item. Its state is `moveEvidence`'s. */
export function saveItem(workspace: Workspace, seen: Evidence, patch: ItemPatch): Promise<Saved<typeof evidence>> {
  return workspace.save(evidence, seen.uid, patch, seen);
}

export type NewGap = {
  readonly title: string;
  readonly partner: string;
  readonly theme: string;
  readonly owner?: PersonRef | undefined;
  readonly dueOn?: Day | undefined;
  readonly kindOf?: string | undefined;
  readonly untilReview?: boolean | undefined;
};

/** Says that a document is needed: an item without a file. `uid` where the same gap may be asked for twice. */
export async function addGap(workspace: Workspace, gap: NewGap, uid: string = crypto.randomUUID()): Promise<Evidence> {
  demandWorkFor(workspace, gap.partner);
  const { title, partner, theme, owner, dueOn, kindOf, untilReview } = gap;
  const saved = await workspace.create(evidence, {
    uid,
    title: title.trim(),
    partner,
    theme,
    state: 'needed',
    ...(owner && { owner }),
    ...(dueOn && { dueOn }),
    ...(kindOf && { kindOf }),
    ...(untilReview && { untilReview }),
  });
  if (saved.outcome === 'clash') return saved.theirs;
  if (saved.outcome === 'gone') throw new GraphError('conflict', 'Somebody removed this item just now.');
  return saved.row;
}

export type AddAsked = {
  readonly theme: string;
  readonly asked: readonly Asked[];
  readonly dueOn?: Day | undefined;
  /** Kinds that hold until their review. */
  readonly untilReview: ReadonlySet<string>;
};

/**
 * Makes a gap of each document that is not there yet, in the name of the partner's lead; one of the partnership as a
 * whole in the coordinator's. Gives how many were made.
 */
export async function addAsked(workspace: Workspace, { theme, asked, dueOn, untilReview }: AddAsked): Promise<number> {
  const missing = asked.filter((document) => !document.isThere);
  await runAtOnce(MOST_PARTS, missing, ({ uid, title, partner, kindOf, isOfAll }) =>
    addGap(
      workspace,
      {
        title,
        partner,
        theme,
        owner: isOfAll ? coordinatorOf(workspace) : leadOf(workspace, partner),
        dueOn,
        kindOf,
        untilReview: kindOf !== undefined && untilReview.has(kindOf),
      },
      uid,
    ),
  );
  return missing.length;
}

/** Registers something that lies outside the partnership's library, by its address alone. */
export async function registerAddress(
  workspace: Workspace,
  input: { readonly url: string; readonly title: string; readonly partner: string; readonly theme: string },
): Promise<Evidence> {
  const { url, title, partner, theme } = input;
  demandWorkFor(workspace, partner);
  const saved = await workspace.create(evidence, {
    uid: crypto.randomUUID(),
    title: title.trim(),
    partner,
    theme,
    state: 'draft',
    address: toAddress(url, title.trim()),
    owner: workspace.me,
  });
  if (saved.outcome !== 'saved' && saved.outcome !== 'kept') {
    throw new GraphError('conflict', 'Somebody else registered this just now.');
  }
  return saved.row;
}

/** The partner's lead, if the lead has an account. */
export function leadOf(workspace: Workspace, partner: string): PersonRef | undefined {
  return peopleOf(workspace).find((line) => line.role === 'lead' && line.partner === partner)?.person;
}

/** The first coordinator who has an account. */
function coordinatorOf(workspace: Workspace): PersonRef | undefined {
  return peopleOf(workspace).find((line) => line.role === 'coordinator' && line.person !== undefined)?.person;
}

function demandWorkFor(workspace: Workspace, partner: string): void {
  const mine = membershipsOf(workspace.me.id, peopleOf(workspace) as readonly Membership[]);
  if (mayWorkFor(partner, mine)) return;
  throw new GraphError('forbidden', "The partner's lead, its deputy or the coordinator does this.");
}

function peopleOf(workspace: Workspace): readonly Person[] {
  const rows = workspace.rows(people);
  return rows.state === 'ready' ? rows.rows : [];
}
