import { runPinned } from './pinned-node.mjs';

await runPinned('infra/run/check.ts', process.argv.slice(2));
