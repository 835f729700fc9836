import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { weighChunks } from '../../../infra/run/weight.ts';

const folder = mkdtempSync(join(tmpdir(), 'weight-'));
for (const name of ['index.html', 'main.js', 'main.css', 'shared.js', 'later.js']) {
  writeFileSync(join(folder, name), `content of ${name}`.repeat(20));
}
const manifest = {
  'index.html': { file: 'main.js', css: ['main.css'], imports: ['shared'], isEntry: true },
  shared: { file: 'shared.js', imports: ['index.html'] },
  later: { file: 'later.js', imports: ['shared'] },
};

describe('the weight of the tab', () => {
  it('counts the page and everything that it imports without waiting, each once', () => {
    const { files } = weighChunks(folder, manifest, ['index.html']);
    expect([...files].sort()).toEqual(['index.html', 'main.css', 'main.js', 'shared.js']);
  });

  it('grows by what comes later', () => {
    const first = weighChunks(folder, manifest, ['index.html']);
    const all = weighChunks(folder, manifest, ['index.html', 'later']);
    expect(all.files).toContain('later.js');
    expect(all.kilobytes).toBeGreaterThanOrEqual(first.kilobytes);
  });
});
