import { planBringForward } from '../domain/checklist/bring-forward.ts';
import { addToTrail, ownGiven } from '../domain/checklist/trail.ts';
import { GraphError } from '../graph/errors.ts';
import { type Action, actions } from '../workspace/schema/actions.ts';
import type { List, RowOf } from '../workspace/schema/define-list.ts';
import {
  type Assessment,
  assessments,
  evidenceLinks,
  partners,
  prompts,
  type Theme,
  themes,
} from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { findTheme } from './themes.ts';
import { type Write, type Written, writeAll } from './write-all.ts';

export type BroughtForward = Written & { readonly answers: number; readonly links: number; readonly actions: number };

/**
 * Brings answers, evidence links and open actions of an older cycle into a newer one of the same pack, each marked with
 * where it came from until somebody confirms it. Run again it makes what is missing and touches nothing else: a row that
 * is there has been confirmed or changed since, or will be.
 */
export async function bringForward(
  workspace: Workspace,
  { from, to: seen, onProgress }: { from: Theme; to: Theme; onProgress?: (done: number, of: number) => void },
): Promise<BroughtForward> {
  await workspace.pull();
  const to = await note(workspace, findTheme(workspace, seen.uid) ?? seen, { bringing: from.uid });
  const older = new Set(ofTheme(workspace, from).map((row) => row.uid));
  const plan = planBringForward({
    theme: to.uid,
    older: ofTheme(workspace, from),
    newer: ofTheme(workspace, to),
    partners: new Set(ready(workspace, partners).flatMap((row) => (row.removedOn === undefined ? [row.uid] : []))),
    answers: ready(workspace, assessments).filter(
      (row) => older.has(row.prompt) && Object.keys(wordsOf(row)).length > 0,
    ),
    links: ready(workspace, evidenceLinks).filter((row) => older.has(row.prompt)),
    actions: ready(workspace, actions).filter((row) => row.theme === from.uid),
  });
  const answers = missing(workspace, assessments, [
    ...plan.answers.map(({ from: row, uid, prompt }) => toAnswer(row, { uid, prompt, older: from.uid })),
    ...plan.unanswered.map((cell) => ({ ...cell, title: titleOf(workspace, cell), broughtForward: from.uid })),
  ]);
  const links = missing(
    workspace,
    evidenceLinks,
    plan.links.map(({ from: { evidence, partner }, uid, prompt }) => ({ uid, title: uid, evidence, prompt, partner })),
  );
  const open = missing(
    workspace,
    actions,
    plan.actions.map(({ from: row, uid, prompt }) => toAction(row, { uid, prompt, theme: to.uid, older: from.uid })),
  );
  const written = await writeAll(
    workspace,
    [
      ...answers.map((row) => toWrite(row.title, () => workspace.create(assessments, row))),
      ...links.map((row) => toWrite(`The link ${row.title}`, () => workspace.create(evidenceLinks, row))),
      ...open.map((row) => toWrite(row.title, () => workspace.create(actions, row))),
    ],
    onProgress,
  );
  if (written.sentences.length === 0) await note(workspace, to, { broughtFrom: from.uid, bringing: null });
  return { ...written, answers: answers.length, links: links.length, actions: open.length };
}

/** Says in the theme how far it is. Where somebody else says something of it at the same moment, theirs stands. */
async function note(
  workspace: Workspace,
  theme: Theme,
  patch: { readonly bringing: string | null; readonly broughtFrom?: string },
): Promise<Theme> {
  const saved = await workspace.save(themes, theme.uid, patch, theme);
  return saved.outcome === 'saved' || saved.outcome === 'kept' ? saved.row : theme;
}

/** Says that a brought-forward answer still holds, and with it its evidence and its actions. */
export function confirmAnswer(workspace: Workspace, seen: Assessment): Promise<Saved<typeof assessments>> {
  return workspace.save(assessments, seen.uid, { broughtForward: null }, seen);
}

/** What was agreed in the last cycle is to be agreed again; the partner's own words come along, with who wrote them. */
function toAnswer(row: Assessment, at: { readonly uid: string; readonly prompt: string; readonly older: string }) {
  const { title, partner, verdict, ratedAt, trail } = row;
  const given = ownGiven(trail);
  return {
    uid: at.uid,
    title,
    prompt: at.prompt,
    partner,
    ...wordsOf(row),
    ...(verdict !== undefined &&
      ratedAt !== undefined && {
        trail: addToTrail(undefined, given?.verdict === verdict ? given : { at: ratedAt, whose: 'own', verdict }),
      }),
    broughtForward: at.older,
  };
}

/** What of an answer comes along; nothing of one that was taken back. */
function wordsOf(row: Assessment) {
  const { verdict, reason, impact, confidence, strengths, improve, noActionReason, owner, ratedBy, ratedAt } = row;
  return filled({ verdict, reason, impact, confidence, strengths, improve, noActionReason, owner, ratedBy, ratedAt });
}

function toAction(
  { title, partner, owner, dueOn }: Action,
  at: { readonly uid: string; readonly prompt: string | undefined; readonly theme: string; readonly older: string },
) {
  const { uid, prompt, theme, older } = at;
  return { uid, title, theme, ...filled({ prompt, partner, owner, dueOn }), broughtForward: older };
}

/** Somebody who brought the same forward in this very moment has made it: that is what was wanted. */
function toWrite(
  name: string,
  create: () => Promise<{ readonly outcome: 'saved' | 'kept' | 'clash' | 'gone' }>,
): Write {
  return {
    name,
    write: async () => {
      const { outcome } = await create();
      return { outcome: outcome === 'clash' ? 'saved' : outcome };
    },
  };
}

type Filled<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function filled<T extends object>(values: T): Filled<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Filled<T>;
}

function titleOf(workspace: Workspace, { prompt, partner }: { readonly prompt: string; readonly partner: string }) {
  const code = ready(workspace, prompts).find((row) => row.uid === prompt)?.code ?? prompt;
  return `${code} ${ready(workspace, partners).find((row) => row.uid === partner)?.title ?? partner}`;
}

function missing<L extends List, Row extends { readonly uid: string }>(
  workspace: Workspace,
  list: L,
  rows: readonly Row[],
): readonly Row[] {
  const known = new Set(ready(workspace, list).map((row) => row.uid));
  return rows.filter((row) => !known.has(row.uid));
}

function ofTheme(workspace: Workspace, theme: Theme) {
  return ready(workspace, prompts).filter((row) => row.theme === theme.uid);
}

/** A list that is not there would look like one that holds nothing yet. */
function ready<L extends List>(workspace: Workspace, list: L): readonly RowOf<L>[] {
  const rows = workspace.rows(list);
  if (rows.state === 'ready') return rows.rows;
  throw rows.state === 'failed'
    ? rows.error
    : new GraphError('offline', 'Not everything has been read yet. Try again.');
}
