import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Refusal = {
  readonly path: string;
  readonly line: number;
  /** `lint/style/noRestrictedImports`; `plugin` for the rules of our own. */
  readonly rule: string;
  readonly message: string;
};

/**
 * Plants files beside a copy of the linter's configuration, in a folder of their own so that nobody's work is
 * disturbed, and says what the linter refuses. One run for all of them.
 */
export function lintPlanted(files: Readonly<Record<string, string>>): readonly Refusal[] {
  const folder = mkdtempSync(join(tmpdir(), 'jtai-ready-planted-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(root, 'infra/lint'), join(folder, 'infra/lint'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return readReport(runBiome(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Biome leaves with 1 when it refuses something: what it says counts, not how it leaves. */
function runBiome(folder: string): string {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  try {
    return execFileSync(process.execPath, [biome, ...options], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const said = (error as { stdout?: unknown }).stdout;
    if (typeof said === 'string' && said.includes('"diagnostics"')) return said;
    throw error;
  }
}

function readReport(said: string): readonly Refusal[] {
  const report: {
    diagnostics: { category: string; message: string; location: { path: string; start?: { line: number } } }[];
  } = JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1));
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path,
    line: location.start?.line ?? 0,
    rule: category,
    message,
  }));
}
