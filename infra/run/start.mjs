import { runPinned } from './pinned-node.mjs';

await runPinned('infra/run/local.ts', process.argv.slice(2));
