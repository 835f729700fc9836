import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { BuildManifest } from './build-parts.ts';

/** Kilobytes after brotli, and the files that they are the sum of. */
export type Weight = { readonly kilobytes: number; readonly files: readonly string[] };

/** Above these `npm test` fails; the goals are 140 and 210. */
export const LIMITS = { navigation: 160, firstRow: 240 } as const;

/** What these chunks and everything that they import without waiting weigh, with the page itself. */
export function weighChunks(folder: string, manifest: BuildManifest, chunks: readonly string[]): Weight {
  const files = new Set(['index.html']);
  const seen = new Set<string>();
  function visit(name: string): void {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) visit(imported);
  }
  for (const chunk of chunks) visit(chunk);
  return weighFiles(folder, [...files]);
}

export function weighFiles(folder: string, files: readonly string[]): Weight {
  const bytes = files.reduce((sum, file) => sum + brotliBytes(readFileSync(join(folder, file))), 0);
  return { kilobytes: Math.round(bytes / 100) / 10, files };
}

function brotliBytes(content: Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

export type Weights = { readonly navigation: Weight; readonly firstRow: Weight };

/**
 * Chunks that come after the shell and before the first row: sign-in, and the screen that opens first. The list of
 * changes, its question, the queue of files and what My work holds beside its first lines are fetched after the first rows. Of
 * the two themes in place of the light one at most one is fetched: the heavier is counted.
 */
const BEFORE_FIRST_ROW = [
  /^src\/host\/sign-in\.ts$/,
  /^src\/features\/home\/(?!later-work)/,
  /^src\/app\/(?!changes-panel|edit-clash|keep-file-queue|contrast-theme)/,
];

/** Weighs the build by who imports whom. A test in a browser weighs what is really fetched. */
export function weighBuild(folder: string, manifest: BuildManifest): Weights {
  const later = Object.keys(manifest).filter((name) => BEFORE_FIRST_ROW.some((pattern) => pattern.test(name)));
  return {
    navigation: weighChunks(folder, manifest, ['index.html']),
    firstRow: weighChunks(folder, manifest, ['index.html', ...later]),
  };
}

export function sayWeights({ navigation, firstRow }: Weights): string {
  return [
    `until the navigation is drawn: ${navigation.kilobytes} kB brotli, at most ${LIMITS.navigation}`,
    `until the first row is shown: ${firstRow.kilobytes} kB brotli, at most ${LIMITS.firstRow}`,
  ].join('\n');
}
