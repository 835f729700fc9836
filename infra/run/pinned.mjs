import { runPinned } from './pinned-node.mjs';

const [script, ...args] = process.argv.slice(2);
await runPinned(script, args);
