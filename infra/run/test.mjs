import { runPinned } from './pinned-node.mjs';

await runPinned('infra/run/test.ts', process.argv.slice(2));
