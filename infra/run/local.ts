import './preflight.ts';
import { join } from 'node:path';
import { app, homeChannel, otherTenants, people, team, tenant } from '../demo/northbridge.ts';
import { PortBusy } from '../local/listen.ts';
import { runLocal } from '../local/main.ts';
import { FolderInUse, OldData } from '../local/state/database.ts';
import { BUILT, buildWhatChanged, ROOT } from './build-parts.ts';
import { BadOption, readOptions } from './options.ts';
import { todayInLondon } from './today.ts';

const say = (sentence: string) => console.log(sentence);

try {
  if (!homeChannel) throw new Error('The demo partnership has no channel of its own.');
  const options = readOptions(process.argv.slice(2));
  if (!options.dev) await buildWhatChanged(say);
  const served = await runLocal({
    ...options,
    data: join(ROOT, '.local/m365'),
    seed: { tenant, otherTenants, app, people, teams: [team] },
    homeChannelId: homeChannel.id,
    built: BUILT,
    // Only the first start makes the demo; the others need not load the product for it.
    makeDemo: async (where) => {
      const { addStory, makeDemo } = await import('../demo/make-demo.ts');
      const { youthViolence } = await import('../demo/youth-violence.ts');
      const demo = await makeDemo({ ...where, teamsAppId: app.teamsAppId, today: todayInLondon(new Date()) });
      await addStory(demo, youthViolence);
    },
    say,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void served.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof PortBusy) {
    const other = error.port >= 5300 && error.port < 5310 ? 5400 : error.port + 10;
    stop(`${error.message} Stop that program, or start with another port: npm start -- --port ${other}`);
  }
  if (error instanceof FolderInUse) stop(error.message);
  if (error instanceof OldData) stop(`${error.message} Start with: npm start -- --fresh`);
  if (error instanceof BadOption) stop(error.message);
  throw error;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
