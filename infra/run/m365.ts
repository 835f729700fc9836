import './preflight.ts';
import { app, homeChannel, otherTenants, people, team, tenant } from '../demo/northbridge.ts';
import { PortBusy } from '../local/listen.ts';
import { BadArgument, runStandalone } from '../local/standalone.ts';
import { FolderInUse, OldData } from '../local/state/database.ts';
import { todayInLondon } from './today.ts';

/** `npm run m365`: the local Microsoft 365 alone. Says where it is in one line of JSON. */
try {
  const { ready, close } = await runStandalone({
    args: process.argv.slice(2),
    seed: { tenant, otherTenants, app, people, teams: [team] },
    channelId: homeChannel?.id ?? '',
    makeDemo: async (where) => {
      const { addStory, makeDemo } = await import('../demo/make-demo.ts');
      const { youthViolence } = await import('../demo/youth-violence.ts');
      const demo = await makeDemo({ ...where, teamsAppId: app.teamsAppId, today: todayInLondon(new Date()) });
      await addStory(demo, youthViolence);
    },
  });
  console.log(JSON.stringify(ready));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
} catch (error) {
  const known =
    error instanceof PortBusy ||
    error instanceof FolderInUse ||
    error instanceof OldData ||
    error instanceof BadArgument;
  console.error(known ? error.message : error);
  process.exit(1);
}
