import './preflight.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { takeFigures } from '../../tests/bench/bench.ts';
import { weighDataLayer } from '../../tests/bench/data-layer-size.ts';
import { MOST_NODES, takeGridFigures } from '../../tests/bench/grid-bench.ts';
import { takeRegisterFigures } from '../../tests/bench/register-bench.ts';
import { measureUploads } from '../../tests/bench/uploads.ts';
import { buildWhatChanged, ROOT } from './build-parts.ts';

/**
 * Measures the data layer, the register and the grid on large workspaces. Counts decide; times are this machine's, and
 * are only told beside their aims.
 */
const { values } = parseArgs({ options: { json: { type: 'string' } } });
const dataLayerBytes = await weighDataLayer(ROOT);
const figures = await takeFigures();
const uploads = await measureUploads();
const [ours] = uploads;
await buildWhatChanged((sentence) => console.log(sentence));
const register = await takeRegisterFigures();
const grid = await takeGridFigures();
const { cold, warm, refresh, libraryCold, editToScreenMachineMs } = figures;

type Count = { readonly what: string; readonly is: number; readonly atMost: number };
const counts: readonly Count[] = [
  { what: 'round trips of a warm refresh when nothing has changed', is: refresh.requests, atMost: 1 },
  { what: 'round trips of a warm start when nothing has changed', is: warm.requests, atMost: 1 },
  { what: 'requests of a cold read of the library', is: libraryCold.requests, atMost: 12 },
  { what: 'resource units of a cold read of the library', is: libraryCold.units, atMost: 24 },
  { what: 'bytes of the data layer with idb, after brotli', is: dataLayerBytes, atMost: 15_000 },
  { what: `elements of the register at ${register.items} items`, is: register.elements, atMost: 400 },
  { what: 'rows of the register drawn in 60 steps of a row', is: register.rowsDrawn, atMost: 120 },
  ...grid.map(({ size, mostNodes }) => ({
    what: `elements of the grid of forty by 150 at ${size}`,
    is: mostNodes,
    atMost: MOST_NODES,
  })),
];
for (const { what, is, atMost } of counts)
  console.log(`${is <= atMost ? 'good' : 'BAD '} ${what}: ${is}, at most ${atMost}`);

const say = (name: string, { requests, units, bytes, firstRowsPlayedMs, allRowsPlayedMs, machineMs }: typeof cold) =>
  console.log(
    `     ${name}: ${requests} requests, ${units} units, ${Math.round(bytes / 1000)} kB; with ${figures.latencyMs} ms to and fro first rows after ${firstRowsPlayedMs} ms, all after ${allRowsPlayedMs} ms; this machine worked ${machineMs} ms`,
  );
console.log(`     ${figures.rows} rows in the large list, ${figures.files} files and folders`);
say('cold start', cold);
say('warm start', warm);
say('refresh', refresh);
say('library alone, cold', libraryCold);
console.log(`     rows from the cache: ${warm.rowsFromCacheMachineMs} ms (aim: 400)`);
console.log(`     edit to screen: ${editToScreenMachineMs.median} ms, at most ${editToScreenMachineMs.most} (aim: 16)`);
const { mount, firstKey, key, step } = register;
const spread = ({ median, most }: typeof mount.clockMs) => `${median} ms, at most ${most}`;
console.log(
  `     register of ${register.items} items, come back to: ${spread(mount.clockMs)} (aim: 100); the main thread worked ${spread(mount.workedMs)}`,
);
console.log(
  `     key to painted result: ${spread(key.clockMs)}, the first ${firstKey.clockMs} (aim: 33); the main thread worked ${spread(key.workedMs)}, for the first ${firstKey.workedMs}`,
);
console.log(`     a row further: the main thread worked ${spread(step.workedMs)}`);
for (const { size, cells, longTasks, longestMs, steps, stepMs, perThousandCells } of grid) {
  console.log(
    `     grid at ${size}: ${cells} cells drawn of 6,000, ${perThousandCells} elements for a thousand cells of the theme; ${longTasks} tasks over 50 ms in ${steps} steps of scrolling, the longest ${longestMs} ms (aim: none); the main thread worked ${spread(stepMs)} a step`,
  );
}
console.log(`     heap of a tab with everything: ${figures.heapMegabytes} MB`);
for (const { way, requests, refused, units, bytes, playedMs, machineMs } of uploads) {
  const times = (figure: number, own: number | undefined) => `${(figure / (own || 1)).toFixed(2)}x`;
  console.log(
    `     701 files by ${way}: ${requests} requests, ${refused} refused, ${units} units, ${Math.round(bytes / 1e6)} MB; against ours ${times(requests, ours?.requests)} the requests, ${times(units, ours?.units)} the units, ${times(playedMs, ours?.playedMs)} the played time of ${Math.round(playedMs / 1000)} s; this machine worked ${machineMs} ms`,
  );
}
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ counts, dataLayerBytes, register, grid, ...figures }, undefined, 2)}\n`,
  );
process.exit(counts.every(({ is, atMost }) => is <= atMost) ? 0 : 1);
