import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './planted.ts';

const sources = globSync('src/**/*.{ts,tsx,json,html}', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

function placesOf(pattern: RegExp, isMeant: (path: string) => boolean): readonly string[] {
  return sources
    .filter(({ path }) => isMeant(path))
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map((match) => `${path}: ${match[0]}`));
}

describe('the words of the product', () => {
  it('are late, checked, verdict, own and agreed, and not the other ones', () => {
    const others = /\b(?:overdue|RAG|QA|moderat(?:ed|ion|or)|self-assess\w*)\b/gi;
    expect(placesOf(others, () => true)).toEqual([]);
  });

  it('of Microsoft Graph stop in graph', () => {
    const graphWords =
      /\b(?:driveItem|listItem|parentReference|nextLink|deltaLink|If-Match|eTag)\b|@odata|@microsoft\.graph/g;
    expect(placesOf(graphWords, (path) => !path.startsWith('src/graph/'))).toEqual([]);
  });
});

describe('colours', () => {
  it('come from the theme, never from the code of a screen', () => {
    const isScreen = (path: string) => /^src\/(?:ui|features|app|session)\//.test(path);
    expect(placesOf(/#[0-9a-f]{6}\b|\brgba?\(|\bhsla?\(/gi, isScreen)).toEqual([]);
  });
});

describe('raw HTML', () => {
  it('is never written into a page', () => {
    expect(placesOf(/dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write\b/g, () => true)).toEqual(
      [],
    );
  });
});
