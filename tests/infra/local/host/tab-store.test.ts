import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTabStore } from '../../../../infra/local/host/tab-store.ts';

const tab = { name: 'JTAI Ready', entityId: 'jtai-ready', contentUrl: 'http://localhost:5301/', websiteUrl: '' };

describe('the tabs of a channel', () => {
  it('are there again after the next start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tabs-'));
    const added = openTabStore(folder).add('19:a', tab);
    expect(openTabStore(folder).list('19:a')).toEqual([{ ...tab, id: added.id }]);
    expect(openTabStore(folder).list('19:b')).toEqual([]);
  });

  it('keep their ids apart when one has been removed', () => {
    const tabs = openTabStore(undefined);
    const [first, second] = [tabs.add('19:a', tab), tabs.add('19:a', tab)];
    expect(tabs.remove('19:a', first.id)).toBe(true);
    expect(tabs.add('19:a', tab).id).not.toBe(second.id);
    expect(tabs.remove('19:a', first.id)).toBe(false);
  });

  it('do not begin empty when their file cannot be read as what it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tabs-'));
    writeFileSync(join(folder, 'tabs.json'), '{"half');
    expect(() => openTabStore(folder)).toThrow();
  });
});
