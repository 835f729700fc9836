import { Client, type Context, FileUpload, LargeFileUploadTask } from '@microsoft/microsoft-graph-client';
import { alone, largeFile, MIB, type Office, openOffice, police } from '../services/file-queue/support/office.ts';

/** What the same files cost, sent in one way. `played` is by the clock of the played network. */
export type UploadReading = {
  readonly way: string;
  readonly requests: number;
  readonly refused: number;
  readonly units: number;
  readonly bytes: number;
  readonly playedMs: number;
  readonly machineMs: number;
};

const SMALL = 700;
const GRAPH = 'https://graph.microsoft.com/v1.0';
type Desk = Awaited<ReturnType<Office['sit']>>;

/** Seven hundred small files and one of 25 MB, by our engine, by the Graph client's own task, and by plain PUTs. */
export async function measureUploads(): Promise<readonly UploadReading[]> {
  return [
    await measure('our engine', async (office, desk) => {
      await office.during(desk.queue.add(alone(...files()), police));
      await office.until(() => desk.queue.snapshot().files.every(({ item }) => item !== undefined));
    }),
    await measure('LargeFileUploadTask', (office, desk) => office.during(atOnce(office, desk, byTask))),
    await measure('plain fetch PUT', (office, desk) => office.during(atOnce(office, desk, byFetch))),
  ];
}

const files = () => [
  ...Array.from({ length: SMALL }, (_, n) => largeFile(`File ${n}.txt`, 20_000, 1_000 * n)),
  largeFile('Film.mp4', 25 * MIB),
];

async function measure(way: string, work: (office: Office, desk: Desk) => Promise<unknown>): Promise<UploadReading> {
  const office = await openOffice({ budget: 1_250, latencyMs: 100 });
  const desk = await office.sit();
  await office.time.pass(60_000 - (office.time.now() % 60_000));
  await office.north.control('DELETE', '/counters');
  const before = office.sent.length;
  const began = { played: office.time.now(), machine: performance.now() };
  await work(office, desk);
  const sent = office.sent.slice(before);
  const { units } = (await office.north.control('GET', '/counters')) as { readonly units: number };
  const arrived = (await office.files()).length;
  if (arrived !== SMALL + 1) throw new Error(`${way}: ${arrived} files have arrived`);
  const reading = {
    way,
    requests: sent.length,
    refused: sent.filter(({ status }) => status === 429).length,
    units,
    bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0),
    playedMs: office.time.now() - began.played,
    machineMs: Math.round(performance.now() - began.machine),
  };
  office.north.m365.close();
  return reading;
}

type Sender = (desk: Desk, folder: string, file: File) => Promise<Response | undefined>;

/** Six at once, as ours; whoever is refused waits as long as asked, and tries again. */
async function atOnce(office: Office, desk: Desk, send: Sender): Promise<void> {
  const folder = `${GRAPH}/drives/${office.info.drive}/items/${office.info.homeFolder}:/2026 JTAI Front door/Police/1 Documents asked for`;
  const queue = files();
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      for (;;) {
        const refused = await send(desk, folder, file);
        if (!refused) break;
        await office.time.wait(Number(refused.headers.get('Retry-After') ?? 1) * 1_000);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

const byFetch: Sender = async (desk, folder, file) => {
  const url = `${folder}/${file.name}:/content?@microsoft.graph.conflictBehavior=fail`;
  const headers = { Authorization: `Bearer ${desk.token}`, 'Content-Type': 'application/octet-stream' };
  const answer = await desk.fetch(new Request(url, { method: 'PUT', headers, body: file }));
  await answer.arrayBuffer();
  return answer.status === 429 ? answer : undefined;
};

const byTask: Sender = async (desk, folder, file) => {
  let refused: Response | undefined;
  const client = Client.initWithMiddleware({
    middleware: {
      async execute(context: Context) {
        const request = new Request(context.request, context.options as RequestInit);
        if (request.url.startsWith(GRAPH)) request.headers.set('Authorization', `Bearer ${desk.token}`);
        context.response = await desk.fetch(request);
        if (context.response.status === 429) refused = context.response.clone();
      },
    },
  });
  try {
    const place = `${folder.slice(GRAPH.length)}/${file.name}:/createUploadSession`;
    const body = { item: { '@microsoft.graph.conflictBehavior': 'fail', name: file.name } };
    const session = await LargeFileUploadTask.createUploadSession(client, place, body);
    const content = new FileUpload(await file.arrayBuffer(), file.name, file.size);
    await new LargeFileUploadTask(client, content, session, { rangeSize: 5 * MIB }).upload();
    return undefined;
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
};
