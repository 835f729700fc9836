import { lazyAgain } from '../ui/lazy-again.tsx';
import type { Screen } from './screens.ts';

const loadHome = () => import('../features/home/home.tsx');
const loadChecklist = () => import('../features/checklist/checklist.tsx');
const loadEvidence = () => import('../features/evidence/evidence.tsx');
const loadSettings = () => import('../features/settings/settings.tsx');

const loadChanges = () => import('./changes-panel.tsx');
const loadClash = () => Promise.all([import('./edit-clash.tsx'), import('../features/checklist/answer-clash.tsx')]);
const loadGridParts = async () => (await import('../features/checklist/later-parts.ts')).loadLaterParts();

const loaders: Readonly<Record<Screen, () => Promise<unknown>>> = {
  home: loadHome,
  checklist: loadChecklist,
  evidence: loadEvidence,
  settings: loadSettings,
};

/** Fetches a screen's code while Microsoft 365 is still being asked for its rows. */
export function preload(screen: Screen): void {
  // A failure shows when the screen is drawn; here it would only be said twice.
  loaders[screen]().catch(() => undefined);
}

/** The rest of the product, so that a person who goes offline has all of it. */
export function preloadRest(): void {
  performance.mark('rest of the product');
  // What a tab that was killed had begun to pack is not kept.
  import('../workspace/cache/private-files.ts').then(({ removeLeftOvers }) => removeLeftOvers()).catch(() => undefined);
  for (const load of [...Object.values(loaders), loadChanges, loadClash, loadGridParts]) load().catch(() => undefined);
}

export const Home = lazyAgain(async () => (await loadHome()).Home);
export const Checklist = lazyAgain(async () => (await loadChecklist()).Checklist);
export const Evidence = lazyAgain(async () => (await loadEvidence()).Evidence);
export const Settings = lazyAgain(async () => (await loadSettings()).Settings);
export const loadChangesPanel = async () => (await loadChanges()).ChangesPanel;
export const SetUp = lazyAgain(async () => (await import('../features/set-up/set-up.tsx')).SetUp);
export const MyWorkspaces = lazyAgain(async () => (await import('../features/set-up/my-workspaces.tsx')).MyWorkspaces);
