import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type PluginOption } from 'vite';
import { hostPageBuild } from '../local/host-page/vite-config.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const BUILT = { tab: join(ROOT, 'dist/tab'), host: join(ROOT, 'dist/host') } as const;

/** What each part is made from; a change in any of these files means building again. */
const SOURCES = {
  tab: ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'],
  host: ['infra/local/host-page', 'package-lock.json'],
} as const;

export type Part = keyof typeof SOURCES;

/** The tab as Vite describes it: which chunk imports which. */
export type BuildManifest = Record<
  string,
  {
    readonly file: string;
    readonly css?: readonly string[];
    readonly imports?: readonly string[];
    readonly isEntry?: boolean;
  }
>;

const manifestPath = join(ROOT, 'dist/tab.manifest.json');

export async function buildTab(options: { outDir?: string; plugins?: PluginOption[] } = {}): Promise<BuildManifest> {
  const outDir = options.outDir ?? BUILT.tab;
  const configFile = join(ROOT, 'vite.config.ts');
  await buildQuietly({ root: ROOT, configFile, plugins: options.plugins ?? [], build: { outDir } });
  // Kept beside the build, not in it: nobody serves a list of our source files.
  const inside = join(outDir, 'build.json');
  const manifest = readFileSync(inside, 'utf8');
  rmSync(inside);
  if (outDir === BUILT.tab) {
    writeFileSync(manifestPath, manifest);
    writeStamp('tab');
  }
  return JSON.parse(manifest);
}

export async function buildHostPage(): Promise<void> {
  await buildQuietly(hostPageBuild);
  writeStamp('host');
}

/** Builds what has changed since the last build, and nothing else. */
export async function buildWhatChanged(say: (sentence: string) => void): Promise<void> {
  const parts = (['tab', 'host'] as const).filter((part) => readStamp(part) !== hashSources(part));
  if (parts.length > 0) say('Building the pages. This takes a few seconds, and only when something has changed.');
  if (parts.includes('tab')) await buildTab();
  if (parts.includes('host')) await buildHostPage();
}

export function readManifest(): BuildManifest {
  return JSON.parse(readFileSync(manifestPath, 'utf8'));
}

/** As it is shipped, whoever builds: a test runner sets another NODE_ENV, and React would come with all its checks. */
async function buildQuietly(config: InlineConfig): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ ...config, logLevel: 'warn' });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

const stampPath = (part: Part) => join(ROOT, 'dist', `${part}.sources.txt`);

function readStamp(part: Part): string | undefined {
  const isThere = existsSync(stampPath(part)) && existsSync(join(BUILT[part], 'index.html'));
  return isThere ? readFileSync(stampPath(part), 'utf8') : undefined;
}

function writeStamp(part: Part): void {
  writeFileSync(stampPath(part), hashSources(part));
}

function hashSources(part: Part): string {
  const hash = createHash('sha256');
  for (const source of SOURCES[part]) {
    for (const path of listFiles(join(ROOT, source))) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}
