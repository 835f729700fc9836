import { describe, expect, it } from 'vitest';
import { sendTogether } from '../../src/graph/batch.ts';
import type { GraphError } from '../../src/graph/errors.ts';
import { createItems } from '../../src/graph/items.ts';
import { json, openAnswering } from './answering.ts';

const at = { site: 'host,1,2', list: 'l' };
const items = ['a', 'b', 'c'].map((uid) => ({ at, fields: { Uid: uid }, names: ['Uid'] }));
const row = (id: string) => ({ id, eTag: '"g,1"', fields: { Uid: `u${id}` } });
const part = (id: number, status: number, body: object, headers: object = {}) => ({
  ...{ id: String(id), status, body, headers },
});
const error = { error: { code: 'activityLimitReached' } };

describe('several writes in one request', () => {
  it('are one POST of parts with bodies, and each is answered for itself, in any order', async () => {
    const { graph, seen } = openAnswering(() =>
      json({ responses: [part(2, 429, error, { 'Retry-After': '7' }), part(1, 403, error), part(0, 201, row('1'))] }),
    );
    const [first, second, third] = await createItems(graph, items);
    expect(first).toMatchObject({ id: '1' });
    expect(second).toMatchObject({ kind: 'forbidden', mayHaveHappened: false });
    expect(third).toMatchObject({ kind: 'throttled', retryAfterSeconds: 7 });
    expect(seen.map(({ method }) => method)).toEqual(['POST']);
    expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
      requests: [
        {
          ...{ id: '0', method: 'POST', url: '/sites/host%2C1%2C2/lists/l/items' },
          ...{ headers: { 'Content-Type': 'application/json' }, body: { fields: { Uid: 'a' } } },
        },
        { id: '1' },
        { id: '2' },
      ],
    });
    expect(graph.counts()).toMatchObject({ requests: 1, units: 6 });
  });

  it.each([
    ['was not answered', []],
    ['was answered with nothing that can be read', [part(0, 201, 'a word' as unknown as object)]],
    ['failed on the way', [part(0, 504, error)]],
  ])('one that %s may have been carried out', async (_what, responses) => {
    const { graph } = openAnswering(() => json({ responses }));
    const [only] = await createItems(graph, items.slice(0, 1));
    expect((only as GraphError).mayHaveHappened).toBe(true);
  });

  it('are not repeated when the answer is lost, and reads are', async () => {
    const lost = openAnswering(() => new TypeError('connection reset'));
    await expect(createItems(lost.graph, items)).rejects.toMatchObject({ kind: 'unreachable', mayHaveHappened: true });
    expect(lost.seen).toHaveLength(1);
    const read = openAnswering((_, number) =>
      number === 1 ? new TypeError('connection reset') : json({ responses: [part(0, 200, { value: [] })] }),
    );
    expect(await sendTogether(read.graph, [{ kind: 'delta', path: '/a' }])).toEqual([{ value: [] }]);
  });

  it('more than twenty are several requests', async () => {
    const { graph, seen } = openAnswering(({ body }) =>
      json({
        responses: (JSON.parse(body) as { requests: { id: string }[] }).requests.map(({ id }) =>
          part(Number(id), 201, row(id)),
        ),
      }),
    );
    const many = Array.from({ length: 41 }, () => items[0] as (typeof items)[0]);
    expect(await createItems(graph, many)).toHaveLength(41);
    expect(seen).toHaveLength(3);
  });
});
