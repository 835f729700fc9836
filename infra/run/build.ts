import './preflight.ts';
import { BUILT, buildHostPage, buildTab } from './build-parts.ts';
import { LIMITS, weighChunks } from './weight.ts';

// What a person waits for, chunk by chunk: the shell, then sign-in and the first screen. `npm test` weighs the same by
// watching a real browser.
const NAVIGATION = ['index.html'];

const manifest = await buildTab();
await buildHostPage();
const later = Object.keys(manifest).filter(
  (name) => /^src\/host\/sign-in\.ts$/.test(name) || /^src\/features\/home\//.test(name) || /^src\/app\//.test(name),
);
const navigation = weighChunks(BUILT.tab, manifest, NAVIGATION);
const firstRow = weighChunks(BUILT.tab, manifest, [...NAVIGATION, ...later]);
console.log(`until the navigation is drawn: ${navigation.kilobytes} kB brotli (limit ${LIMITS.navigation})`);
console.log(`until the first row is shown:  ${firstRow.kilobytes} kB brotli (limit ${LIMITS.firstRow})`);
