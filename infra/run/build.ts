import './preflight.ts';
import { BUILT, buildHostPage, buildTab } from './build-parts.ts';
import { sayWeights, weighBuild } from './weight.ts';

const manifest = await buildTab();
await buildHostPage();
console.log(sayWeights(weighBuild(BUILT.tab, manifest)));
