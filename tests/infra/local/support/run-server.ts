import { listen } from '../../../../infra/local/listen.ts';
import { openMicrosoft365 } from '../../../../infra/local/microsoft-365.ts';
import { northbridge } from './seed.ts';

/** A stand-in in a process of its own, so that a test can kill it. Says its ports in one line of JSON. */
const data = process.argv[2];
if (!data) throw new Error('The data folder is missing.');
const port = { graph: 0 };
const m365 = openMicrosoft365({
  seed: northbridge,
  data,
  graphOrigin: 'http://localhost',
  // The ports are known only later; whoever asks replaces host and port in the links.
  fileOrigin: 'http://127.0.0.1',
  loginOrigin: 'http://localhost',
  tabOrigins: [],
  budget: 1_000_000,
});
const graph = await listen(m365.handle, port.graph);
const control = await listen(m365.control, 0);
process.stdout.write(`${JSON.stringify({ graph: graph.port, control: control.port })}\n`);
