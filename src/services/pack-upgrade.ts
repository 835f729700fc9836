import type { Day } from '../domain/calendar/day.ts';
import { readScope } from '../domain/checklist/asked-partners.ts';
import { comparePrompts, type PackDifference } from '../domain/checklist/pack-difference.ts';
import { moveScope, outOfScope, toScopeText } from '../domain/checklist/pack-scope.ts';
import {
  doneBy,
  type PromptChange,
  planUndo,
  planUpgrade,
  readMark,
  readUpgrade,
  toMark,
  type UpgradeRecord,
} from '../domain/checklist/pack-upgrade.ts';
import { takePrompts } from '../themes/pack-prompts.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import type { PatchOf } from '../workspace/schema/define-list.ts';
import { type Prompt, prompts, type Theme, themes } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { versionsOf } from './theme-packs.ts';
import { writeAll } from './write-all.ts';

export type UpgradeOutcome =
  | { readonly outcome: 'complete' }
  /** Some of it went and some did not; running it again does what is left. */
  | { readonly outcome: 'partial'; readonly done: number; readonly of: number; readonly sentences: readonly string[] }
  /** Nothing was written to any prompt. */
  | { readonly outcome: 'refused'; readonly sentence: string };

type OnProgress = (done: number, of: number) => void;

/** What a pack would change in a theme. */
export function compareWithPack(workspace: Workspace, theme: Theme, pack: ThemePack): PackDifference {
  return comparePrompts(rowsOf(workspace, theme), takePrompts(pack));
}

/** Which partners a pack would take in and leave out, by their keys, where the coordinator has not done so already. */
export function compareScope(
  theme: Theme,
  { from, to }: { readonly from: ThemePack | undefined; readonly to: ThemePack },
): { readonly takenIn: readonly string[]; readonly leftOut: readonly string[] } {
  const out = readScope(theme);
  const moved = from === undefined ? out : moveScope(out, outOfScope(from), outOfScope(to));
  return {
    takenIn: out.filter((uid) => !moved.includes(uid)),
    leftOut: moved.filter((uid) => !out.includes(uid)),
  };
}

/**
 * Brings a theme to a version of its pack. That it is begun is written down first, so that whoever comes after a cut can
 * go on with it or take it back; then prompt by prompt, each with what was done to it; at the end the theme says that it
 * is of that version, and asks the partners that it names.
 */
export async function upgradeTheme(
  workspace: Workspace,
  { theme, pack, on, onProgress }: { theme: Theme; pack: ThemePack; on: Day; onProgress?: OnProgress },
): Promise<UpgradeOutcome> {
  const begun = readUpgrade(theme.lastUpgrade);
  // One that was cut has changed some prompts already: what undoes it is still needed.
  const cut = begun?.state === 'applied' ? undefined : begun;
  const held = (await versionsOf(workspace, theme.pack)).find(({ version }) => version === theme.packVersion);
  const scope = held && { from: outOfScope(held), to: outOfScope(pack) };
  const from = cut?.from ?? theme.packVersion;
  const record: UpgradeRecord = { from, to: pack.version, on, state: 'applying', scope, changes: cut?.changes };
  const noted = await saveTheme(workspace, theme, { lastUpgrade: JSON.stringify(record) });
  if (noted.outcome === 'refused') return noted;
  const rows = rowsOf(workspace, theme);
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  const written = await writeAll(
    workspace,
    planUpgrade(rows, takePrompts(pack), theme.uid, on).map((change) => {
      const row = byUid.get(change.uid);
      const lastUpgrade = toMark(record, change, row);
      if (change.kind === 'add') {
        const added = { ...toRow(theme, change), lastUpgrade };
        return { name: change.prompt.code, write: () => workspace.create(prompts, added) };
      }
      return { name: row?.code ?? change.uid, write: () => saveRow(workspace, row, { ...change.after, lastUpgrade }) };
    }),
    onProgress,
  );
  if (written.sentences.length > 0) return { outcome: 'partial', ...written };
  return end(workspace, noted.theme, {
    packVersion: pack.version,
    lastUpgrade: JSON.stringify({ ...record, state: 'applied' } satisfies UpgradeRecord),
    ...(scope && { outOfScope: toScopeText(moveScope(readScope(noted.theme), scope.from, scope.to)) }),
  });
}

/** Takes the last upgrade back, also one that was cut in the middle. */
export async function undoUpgrade(
  workspace: Workspace,
  { theme, on, onProgress }: { theme: Theme; on: Day; onProgress?: OnProgress },
): Promise<UpgradeOutcome> {
  const record = readUpgrade(theme.lastUpgrade);
  if (!record) return { outcome: 'refused', sentence: 'There is no upgrade to undo.' };
  const undoing: UpgradeRecord = { ...record, state: 'undoing' };
  const noted = await saveTheme(workspace, theme, { lastUpgrade: JSON.stringify(undoing) });
  if (noted.outcome === 'refused') return noted;
  const rows = rowsOf(workspace, theme);
  const back = new Map(planUndo(rows, doneBy(record, rows), on).map((change) => [change.uid, change]));
  const written = await writeAll(
    workspace,
    rows.flatMap((row) => {
      const change = back.get(row.uid);
      if (change === undefined && readMark(row)?.from !== record.from) return [];
      const patch = { ...(change?.kind === 'change' && change.after), lastUpgrade: null };
      return { name: row.code, write: () => saveRow(workspace, row, patch) };
    }),
    onProgress,
  );
  if (written.sentences.length > 0) return { outcome: 'partial', ...written };
  // Of one that was cut, the theme has not been told yet.
  const wasTold = theme.packVersion === record.to;
  const { scope } = record;
  return end(workspace, noted.theme, {
    packVersion: record.from,
    lastUpgrade: null,
    ...(scope && wasTold && { outOfScope: toScopeText(moveScope(readScope(noted.theme), scope.to, scope.from)) }),
  });
}

/** Goes on with what was cut: with undoing, or with the upgrade; where its pack is gone, what was done is taken back. */
export async function goOnWithUpgrade(
  workspace: Workspace,
  facts: { theme: Theme; on: Day; onProgress?: OnProgress },
): Promise<UpgradeOutcome> {
  const record = readUpgrade(facts.theme.lastUpgrade);
  const known = await versionsOf(workspace, facts.theme.pack);
  const pack = known.find(({ version }) => version === record?.to);
  if (record?.state === 'applied') return { outcome: 'complete' };
  return record?.state === 'undoing' || !pack
    ? undoUpgrade(workspace, facts)
    : upgradeTheme(workspace, { ...facts, pack });
}

type ThemePatch = {
  readonly packVersion: string;
  readonly lastUpgrade: string | null;
  readonly outOfScope?: string | null;
};

async function end(workspace: Workspace, theme: Theme, patch: ThemePatch): Promise<UpgradeOutcome> {
  const saved = await saveTheme(workspace, theme, patch);
  return saved.outcome === 'refused' ? saved : { outcome: 'complete' };
}

async function saveTheme(
  workspace: Workspace,
  theme: Theme,
  patch: Partial<ThemePatch>,
): Promise<
  { readonly outcome: 'saved'; readonly theme: Theme } | { readonly outcome: 'refused'; readonly sentence: string }
> {
  const saved = await workspace.save(themes, theme.uid, patch, theme);
  if (saved.outcome === 'saved') return { outcome: 'saved', theme: saved.row };
  const sentence =
    saved.outcome === 'kept'
      ? 'Microsoft 365 cannot be reached now. Go on when all is saved.'
      : 'Somebody else is changing this theme. Look at it again, then go on.';
  return { outcome: 'refused', sentence };
}

function saveRow(workspace: Workspace, row: Prompt | undefined, patch: PatchOf<typeof prompts>) {
  return row ? workspace.save(prompts, row.uid, patch, row) : Promise.resolve({ outcome: 'gone' as const });
}

function toRow(theme: Theme, { uid, prompt }: Extract<PromptChange, { kind: 'add' }>) {
  const { basis, source, paragraph, ...rest } = prompt;
  return {
    ...rest,
    uid,
    theme: theme.uid,
    ...(basis !== undefined && { basis }),
    ...(source !== undefined && { source }),
    ...(paragraph !== undefined && { paragraph }),
  };
}

function rowsOf(workspace: Workspace, theme: Theme): readonly Prompt[] {
  const rows = workspace.rows(prompts);
  return rows.state === 'ready' ? rows.rows.filter((row) => row.theme === theme.uid) : [];
}
