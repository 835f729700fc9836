import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from '../../../infra/local/listen.ts';
import { bodyOf, FILES, GRAPH, openNorthbridge } from './support/northbridge.ts';
import { addRow, channel, filesOf, makeList, putFile } from './support/places.ts';

/** `npm run soak` asks for 10,000. */
const REQUESTS = process.env.SOAK ? 10_000 : 1000;
const SEED = 20261123;

function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const NASTY = [
  '..',
  '%2e%2e',
  '%2F..%2F',
  '\u0000',
  '%00',
  '',
  ' ',
  '.',
  '~$x',
  'x'.repeat(3000),
  'аdmin',
  'ﬁle',
  '‮gpj.exe',
  '%',
  '%zz',
  "'",
  "''",
  '"',
  '\\',
  ':',
  '::',
  '()',
  "('",
  '$',
  '$batch',
  '-1',
  '99999999999999999999',
  '1e9',
  'NaN',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '{}',
  '[]',
  "' or '1'='1",
  '; drop table list_item',
  '<script>',
  '\r\nx: y',
  'root:',
  'root:/',
  'items',
  "search(q='",
  'delta(token=',
  '/../',
  '\uD800',
];
const BODIES = [
  '',
  '{',
  '[]',
  'null',
  '1',
  '"x"',
  '{"fields":null}',
  '{"fields":[]}',
  '{"fields":{"Title":{}}}',
  '{"__proto__":{"x":1}}',
  '{"name":"..","folder":{}}',
  '{"name":5}',
  '{"folder":1,"name":"x"}',
  '{"parentReference":7}',
  '{"parentReference":{"id":"root"}}',
  '{"item":[]}',
  '{"item":{"fileSize":-1}}',
  '{"item":{"fileSize":"x"}}',
  '{"requests":{}}',
  '{"requests":[{}]}',
  '{"requests":[null]}',
  '{"body":{}}',
  '{"body":{"content":5}}',
  '{"roles":"x","recipients":7}',
  '{"displayName":"","columns":[5]}',
  '{"displayName":{}}',
  '{"columns":[{"name":"a","text":5}]}',
  '{"text":{},"number":{}}',
  '{"start":5}',
  '\u0000',
  `{"a":${'['.repeat(2000)}${']'.repeat(2000)}}`,
  `{"displayName":"${'x'.repeat(5000)}"}`,
];
const RANGES = [
  'bytes -5-10/20',
  'bytes 5-1/10',
  'bytes 0-0/0',
  'bytes a-b/c',
  'bytes 0-99999999999999999999/99999999999999999999',
  'bytes=0-',
  '',
];
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACEX'];

describe('what is not even a request', () => {
  const answerTo = (port: number, text: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => {
        answer += data;
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', () => resolve(answer));
    });

  it.each([
    ['a host that is none', 'GET /v1.0/me HTTP/1.1\r\nhost: local host\r\nconnection: close\r\n\r\n'],
    ['no host', 'GET /v1.0/me HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['a NUL in its address', 'GET /v1.0/me\0 HTTP/1.1\r\nhost: localhost\r\n\r\n'],
    ['a negative length', 'POST /v1.0/me HTTP/1.1\r\nhost: localhost\r\ncontent-length: -5\r\n\r\n'],
    [
      'headers of 60 kB',
      `GET /v1.0/me HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(60_000)}\r\nconnection: close\r\n\r\n`,
    ],
    ['no method', 'BLAH\r\n\r\n'],
    ['two folders up', 'GET /v1.0/../../etc/passwd HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n'],
  ])('is refused in the same shape: %s', async (_what, text) => {
    const { m365 } = await openNorthbridge();
    const server = await listen(m365.handle, 0);
    const answer = await answerTo(server.port, text);
    await server.close();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/\{"error":\{"code":"\w+","message":/);
  });
});

describe('bad input', () => {
  it(`of ${REQUESTS} kinds is refused in Graph’s shape: never a crash, never a hang, never a write`, async () => {
    const pick = numbers(SEED);
    const one = <T>(from: readonly T[]): T => from[pick(from.length)] as T;
    const northbridge = await openNorthbridge();
    const bea = await northbridge.as('Bea');
    const place = await filesOf(bea, 'JTAI');
    const list = await makeList(bea);
    await addRow(bea, list, { Title: 'kept', Uid: 'kept' });
    const file = await putFile(bea, place, 'kept.txt', 'kept');
    const item = `${place.drive}/items/${file.id}`;
    const good = await northbridge.token('Bea');
    const expired = await northbridge.token('Bea', 'Sites.ReadWrite.All', -10);
    const [head, claims] = good.split('.');
    const tokens = [
      good,
      good,
      good,
      good,
      good,
      '',
      'x.y.z',
      expired,
      `${head}.${claims}.`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
    ];

    // Addresses that exist, each broken somewhere: no request here is one that may succeed in changing anything.
    const bases = [
      list,
      `${list}/items`,
      `${list}/items/1`,
      `${list}/items/1/fields`,
      `${list}/columns`,
      `${list}/items/delta`,
      item,
      `${item}/content`,
      `${item}/children`,
      `${item}/copy`,
      `${item}/invite`,
      `${item}/createLink`,
      `${item}/createUploadSession`,
      `${item}/versions/1.0/restoreVersion`,
      `${place.folder}/children`,
      `${place.drive}/root/delta`,
      `${place.drive}/root:/kept.txt`,
      `${place.drive}/root/search(q='x')`,
      place.site,
      `${place.site}/lists`,
      `${channel('JTAI')}/messages`,
      channel('JTAI'),
      '/me',
      '/users',
      '/$batch',
      '/me/events',
      '/teams',
      '/sites',
      '/drives',
    ];
    const options = [
      '$filter',
      '$orderby',
      '$top',
      '$skiptoken',
      '$select',
      '$expand',
      'token',
      '$search',
      '@microsoft.graph.conflictBehavior',
    ];
    const before = JSON.stringify([
      await bodyOf(bea(`${list}/items?expand=fields`)),
      await bodyOf(bea(`${list}/columns`)),
      await bodyOf(bea(item)),
    ]);
    const strange: string[] = [];

    for (let n = 0; n < REQUESTS; n += 1) {
      const method = one(METHODS);
      const spoilPath = pick(3) === 0;
      const path = spoilPath ? `${one(bases)}/${safe(one(NASTY))}` : one(bases);
      const query = pick(2) === 0 ? `?${one(options)}=${encodeURIComponent(wellFormed(one(NASTY)))}` : '';
      const origin = pick(12) === 0 ? `${FILES}/sites/x/_api/v2.0/drives/y/uploadSession/` : GRAPH;
      const headers = new Headers({ authorization: `Bearer ${one(tokens)}` });
      if (pick(3) === 0) headers.set('if-match', safe(one(NASTY)).slice(0, 100));
      if (pick(4) === 0) headers.set('content-range', one(RANGES));
      if (pick(20) === 0) headers.set('x-long', 'x'.repeat(60_000));
      if (pick(4) > 0)
        headers.set(
          'content-type',
          one(['application/json', 'text/plain', 'application/json; charset=x', 'multipart/form-data']),
        );
      const harmless = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
      // A PUT of content or a DELETE of what is there would be right: they carry a tag that never fits.
      if (method === 'PUT' || method === 'DELETE' || /restoreVersion|createLink|createUploadSession|copy/.test(path)) {
        headers.set('if-match', '"never"');
        headers.set('authorization', `Bearer ${one(tokens.slice(5))}`);
      }
      const body = harmless ? null : one(BODIES);
      const answer = await northbridge.fetch(`${origin}${path}${query}`, { method, headers, body });
      const what = `${method} ${path}${query} ${body?.slice(0, 60) ?? ''} → ${answer.status}`;
      const text = await answer.text();
      if (answer.status >= 500 && answer.status !== 501) strange.push(`${what} ${text.slice(0, 300)}`);
      if (!harmless && answer.status < 400 && !/\$batch$/.test(path))
        strange.push(`accepted: ${what} ${text.slice(0, 200)}`);
      if (answer.status >= 400 && method !== 'OPTIONS' && !isGraphError(text))
        strange.push(`shape: ${what} ${text.slice(0, 200)}`);
    }
    expect(strange).toEqual([]);
    const after = JSON.stringify([
      await bodyOf(bea(`${list}/items?expand=fields`)),
      await bodyOf(bea(`${list}/columns`)),
      await bodyOf(bea(item)),
    ]);
    expect(after).toBe(before);
  });
});

/** A path as a hostile client may send it: sometimes encoded, sometimes raw, always something a URL can be made of. */
function safe(text: string): string {
  return wellFormed(text).replace(/[^!-~]/gu, (letter) => encodeURIComponent(letter));
}

const wellFormed = (text: string): string => text.toWellFormed();

function isGraphError(text: string): boolean {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown; innerError?: unknown } };
    return typeof error?.code === 'string' && typeof error.message === 'string' && error.innerError !== undefined;
  } catch {
    return false;
  }
}
