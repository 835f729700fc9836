import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { people } from '../../../../infra/demo/northbridge.ts';
import { everyday } from './northbridge.ts';

export type Child = {
  readonly graph: string;
  /** Bea, with her token. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Ends it as a power cut would: nothing is finished, nothing is cleaned up. */
  kill(): Promise<void>;
};

export async function startChild(data: string): Promise<Child> {
  const script = fileURLToPath(new URL('run-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ports = JSON.parse(await firstLine(child)) as { graph: number; control: number };
  const graph = `http://127.0.0.1:${ports.graph}`;
  const minted = await fetch(`http://127.0.0.1:${ports.control}/token`, {
    method: 'POST',
    body: JSON.stringify({ user: people[0]?.id, scopes: everyday }),
  });
  const { access_token } = (await minted.json()) as { access_token: string };
  // Graph is on `localhost` and files on `127.0.0.1`, as the stand-in was told; here both are behind one port.
  return {
    graph,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (path.startsWith('http'))
        return fetch(path.replace(/^http:\/\/127\.0\.0\.1(?!:)/, graph), { ...init, headers });
      headers.set('authorization', `Bearer ${access_token}`);
      return fetch(`http://localhost:${ports.graph}/v1.0${path}`, { ...init, headers });
    },
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The stand-in ended before it was ready.');
}
