import { it } from 'vitest';
import { playSeeds } from './play-seeds.ts';

// The seeds are spread over files, so that they run side by side.
it('loses nothing, doubles nothing and writes over nothing unseen, whatever network, storage, tabs and people do', async () => {
  await playSeeds(51, 75);
}, 300_000);
