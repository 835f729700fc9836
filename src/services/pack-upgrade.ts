import type { Day } from '../domain/calendar/day.ts';
import { comparePrompts, type HeldPrompt, type PackDifference } from '../domain/checklist/pack-difference.ts';
import {
  joinChanges,
  type PromptChange,
  planUndo,
  planUpgrade,
  readUpgrade,
  type UpgradeRecord,
} from '../domain/checklist/pack-upgrade.ts';
import { takePrompts } from '../themes/pack-prompts.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { type Prompt, prompts, type Theme, themes } from '../workspace/schema/lists.ts';
import { LONGEST_TEXT } from '../workspace/schema/validate.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { type Written, writeAll } from './write-all.ts';

export type UpgradeOutcome =
  | { readonly outcome: 'complete' }
  /** Some of it went and some did not; running it again does what is left. */
  | { readonly outcome: 'partial'; readonly done: number; readonly of: number; readonly sentences: readonly string[] }
  /** Nothing was written to any prompt. */
  | { readonly outcome: 'refused'; readonly sentence: string };

type OnProgress = (done: number, of: number) => void;

/** What a pack would change in a theme. */
export function compareWithPack(workspace: Workspace, theme: Theme, pack: ThemePack): PackDifference {
  return comparePrompts(promptsOf(workspace, theme), takePrompts(pack));
}

/**
 * Brings a theme to a version of its pack. What is to be done is written down first, so that whoever comes after a cut
 * can go on with it or take it back; then prompt by prompt; at the end the theme says that it is of that version.
 */
export async function upgradeTheme(
  workspace: Workspace,
  { theme, pack, on, onProgress }: { theme: Theme; pack: ThemePack; on: Day; onProgress?: OnProgress },
): Promise<UpgradeOutcome> {
  const changes = planUpgrade(promptsOf(workspace, theme), takePrompts(pack), theme.uid, on);
  const begun = readUpgrade(theme.lastUpgrade);
  // One that was cut has changed some prompts already: what undoes it is still needed.
  const cut = begun?.state === 'applied' ? undefined : begun;
  const record: UpgradeRecord = {
    from: cut?.from ?? theme.packVersion,
    to: pack.version,
    on,
    state: 'applying',
    changes: joinChanges(cut?.changes ?? [], changes),
  };
  if (JSON.stringify(record).length > LONGEST_TEXT) {
    return {
      outcome: 'refused',
      sentence: 'This version changes so much that it could not be undone. Add it as a theme of its own.',
    };
  }
  const noted = await saveTheme(workspace, theme, { lastUpgrade: JSON.stringify(record) });
  if (noted.outcome === 'refused') return noted;
  const written = await writeChanges(workspace, noted.theme, changes, onProgress);
  if (written.sentences.length > 0) return { outcome: 'partial', ...written };
  return end(workspace, noted.theme, {
    packVersion: pack.version,
    lastUpgrade: JSON.stringify({ ...record, state: 'applied' } satisfies UpgradeRecord),
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
  const changes = planUndo(promptsOf(workspace, theme), record.changes, on);
  const written = await writeChanges(workspace, noted.theme, changes, onProgress);
  if (written.sentences.length > 0) return { outcome: 'partial', ...written };
  return end(workspace, noted.theme, { packVersion: record.from, lastUpgrade: null });
}

async function end(
  workspace: Workspace,
  theme: Theme,
  patch: { readonly packVersion: string; readonly lastUpgrade: string | null },
): Promise<UpgradeOutcome> {
  const saved = await saveTheme(workspace, theme, patch);
  return saved.outcome === 'refused' ? saved : { outcome: 'complete' };
}

async function saveTheme(
  workspace: Workspace,
  theme: Theme,
  patch: { readonly packVersion?: string; readonly lastUpgrade: string | null },
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

async function writeChanges(
  workspace: Workspace,
  theme: Theme,
  changes: readonly PromptChange[],
  onProgress: OnProgress | undefined,
): Promise<Written> {
  const held = new Map(rowsOf(workspace, theme).map((row) => [row.uid, row]));
  return writeAll(
    workspace,
    changes.map((change) => ({
      name: change.kind === 'add' ? change.prompt.code : (held.get(change.uid)?.code ?? change.uid),
      write: () => {
        if (change.kind === 'add') return workspace.create(prompts, toRow(theme, change));
        const row = held.get(change.uid);
        return row ? workspace.save(prompts, row.uid, change.after, row) : Promise.resolve({ outcome: 'gone' });
      },
    })),
    onProgress,
  );
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

function promptsOf(workspace: Workspace, theme: Theme): readonly HeldPrompt[] {
  return rowsOf(workspace, theme);
}

function rowsOf(workspace: Workspace, theme: Theme): readonly Prompt[] {
  const rows = workspace.rows(prompts);
  return rows.state === 'ready' ? rows.rows.filter((row) => row.theme === theme.uid) : [];
}
