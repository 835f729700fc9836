import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, PortBusy } from '../../../infra/local/listen.ts';
import { type LocalOptions, runLocal } from '../../../infra/local/main.ts';
import type { Served } from '../../../infra/local/serve.ts';
import { FolderInUse } from '../../../infra/local/state/database.ts';

const CHANNEL = '19:general@thread.tacv2';
const PERSON = 'a0a0a0a0-0000-4000-8000-000000000001';
// Four ports in a row that other runs of the same tests do not use.
const PORT = 20_000 + (process.pid % 1_500) * 8;

const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

function place() {
  const root = mkdtempSync(join(tmpdir(), 'local-'));
  for (const part of ['tab', 'host']) {
    mkdirSync(join(root, part));
    writeFileSync(join(root, part, 'index.html'), `<p>${part}</p>`);
  }
  const said: string[] = [];
  const made: string[] = [];
  const options: LocalOptions = {
    port: PORT,
    data: join(root, 'data'),
    fresh: false,
    empty: false,
    dev: false,
    seed: {
      tenant: {
        id: 'c2c2c2c2-0000-4000-8000-000000000001',
        name: 'A',
        domain: 'a.example',
        sharePointHost: 'a.sharepoint.com',
      },
      app: {
        clientId: 'd3d3d3d3-0000-4000-8000-000000000001',
        teamsAppId: 'd3d3d3d3-0000-4000-8000-000000000002',
        name: 'JTAI Ready',
      },
      people: [{ id: PERSON, name: 'Ann Ashdown', userName: 'ann@a.example', kind: 'member' }],
      teams: [
        {
          id: 'b1b1b1b1-0000-4000-8000-000000000001',
          name: 'A team',
          owners: [PERSON],
          members: [PERSON],
          channels: [{ id: CHANNEL, name: 'General', kind: 'standard' }],
        },
      ],
    },
    homeChannelId: CHANNEL,
    built: { tab: join(root, 'tab'), host: join(root, 'host') },
    makeDemo: async ({ linkBase }) => void made.push(linkBase),
    say: (sentence) => void said.push(sentence),
  };
  return { options, said, made };
}

async function start(options: LocalOptions): Promise<Served> {
  const served = await runLocal(options);
  open.push(served);
  return served;
}

async function startAndStop(options: LocalOptions): Promise<void> {
  await (await runLocal(options)).close();
}

describe('a start', () => {
  it('makes the demo once, puts the tab into its channel, and says one address', async () => {
    const { options, said, made } = place();
    await startAndStop(options);
    const served = await start(options);
    expect(made).toEqual([`http://localhost:${PORT}`]);
    expect(served.tabs.list(CHANNEL)).toHaveLength(1);
    expect(said.at(-1)).toBe(`JTAI Ready is open at http://localhost:${PORT} (stop it with Ctrl+C)`);
    const page = await fetch(`http://127.0.0.1:${PORT}/channel/x/posts`);
    expect(await page.text()).toBe('<p>host</p>');
  });

  it('begins again when the demo was cut short', async () => {
    const { options, made } = place();
    const cut = async () => {
      throw new Error('cut short');
    };
    await expect(runLocal({ ...options, makeDemo: cut })).rejects.toThrow('cut short');
    await start(options);
    expect(made).toHaveLength(1);
  });

  it('has no demo but the tab when it is to be empty', async () => {
    const { options, made } = place();
    const served = await start({ ...options, empty: true });
    expect(made).toEqual([]);
    expect(served.tabs.list(CHANNEL)).toHaveLength(1);
  });

  it('keeps the data that is there unless it is to be fresh', async () => {
    const { options, said, made } = place();
    await startAndStop(options);
    await startAndStop({ ...options, empty: true });
    expect(said.some((sentence) => sentence.includes('is kept'))).toBe(true);
    await startAndStop({ ...options, fresh: true });
    expect(made).toHaveLength(2);
  });

  it('begins again as asked when the data cannot be read', async () => {
    const { options, made } = place();
    mkdirSync(join(options.data, 'microsoft-365'), { recursive: true });
    writeFileSync(join(options.data, 'microsoft-365', 'microsoft-365.db'), 'not a database at all, but long enough');
    writeFileSync(join(options.data, 'made.json'), '{"kind":"demo"}');
    await start({ ...options, fresh: true });
    expect(made).toHaveLength(1);
  });
});

describe('a start that cannot be', () => {
  it('names the port that is taken, and leaves the data as it is', async () => {
    const { options } = place();
    await startAndStop(options);
    const other = await listen(async () => new Response(null), PORT + 2);
    const before = readFileSync(join(options.data, 'tabs.json'), 'utf8');
    const failing = runLocal({ ...options, fresh: true });
    await expect(failing).rejects.toThrow(PortBusy);
    await expect(failing).rejects.toThrow(`Port ${PORT + 2} is in use by another program.`);
    expect(readFileSync(join(options.data, 'tabs.json'), 'utf8')).toBe(before);
    await other.close();
  });

  it('does not take the data from under one that runs', async () => {
    const { options } = place();
    await start(options);
    await expect(runLocal({ ...options, port: PORT + 4, fresh: true })).rejects.toThrow(FolderInUse);
    expect(existsSync(join(options.data, 'made.json'))).toBe(true);
    rmSync(join(options.data, 'made.json'));
    await expect(runLocal({ ...options, port: PORT + 4 })).rejects.toThrow(FolderInUse);
  });
});
