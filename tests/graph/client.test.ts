import { describe, expect, it } from 'vitest';
import { fault, getItem, getLists, json, openAnswering } from './answering.ts';

describe('the token', () => {
  it('goes to the Graph origin, over plain http too', async () => {
    const { graph, seen } = openAnswering(() => json({ id: '1' }));
    await graph.send(getItem('/me'));
    expect(seen[0]).toMatchObject({ url: 'http://localhost:5302/v1.0/me', token: 'Bearer secret-token' });
  });

  it('never goes to a file address, though its host differs from Graph only by name or port', async () => {
    const { graph, seen } = openAnswering(() => json({}), { fileOrigins: ['http://localhost:5309'] });
    await graph.sendToFile({ kind: 'upload', url: 'http://localhost:5309/up/1', method: 'PUT', body: new Blob(['x']) });
    await graph.sendToFile({ kind: 'download', url: 'https://northbridge.sharepoint.com/d/1' });
    expect(seen.map((request) => request.token)).toEqual([null, null]);
  });

  it('does not follow a file address to a plain http origin that was not named', async () => {
    const { graph, seen } = openAnswering(() => json({}));
    await expect(graph.sendToFile({ kind: 'download', url: 'http://elsewhere.example/d' })).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(seen).toEqual([]);
  });

  it.each([
    'https://graph.microsoft.com/v1.0/me',
    'http://localhost:5303/v1.0/me',
    'http://localhost:5302.evil.example/v1.0/me',
  ])('a link to another origin is not called: %s', async (link) => {
    const { graph, seen } = openAnswering(() => json({}));
    await expect(graph.send(getItem(link))).rejects.toMatchObject({ kind: 'refused' });
    expect(seen).toEqual([]);
  });

  it('an absolute link that Graph gave is cut to its path, once', async () => {
    const { graph, seen } = openAnswering(() => json({ value: [] }));
    await graph.send(
      getLists('http://localhost:5302/v1.0/sites/s/lists?$skiptoken=a%3D%3D&$expand=fields($select=A,B)'),
    );
    expect(seen[0]?.url).toBe(
      'http://localhost:5302/v1.0/sites/s/lists?$expand=fields($select=A,B)&$skiptoken=a%3D%3D',
    );
    expect(seen[0]?.token).toBe('Bearer secret-token');
  });

  it('a claims challenge is passed to sign-in once', async () => {
    const challenge = {
      'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa('{"access_token":1}')}"`,
    };
    const { graph, tokens } = openAnswering((_, number) =>
      number === 1 ? fault(401, 'InvalidAuthenticationToken', challenge) : json({ id: '1' }),
    );
    await graph.send(getItem('/me'));
    expect(tokens.map((token) => token.claims)).toEqual([undefined, '{"access_token":1}']);
  });

  it('a challenge that is answered by another one ends as signed out', async () => {
    const challenge = { 'WWW-Authenticate': `Bearer claims="${btoa('{}')}"` };
    const { graph, seen } = openAnswering(() => fault(401, 'InvalidAuthenticationToken', challenge));
    await expect(graph.send(getItem('/me'))).rejects.toMatchObject({ kind: 'signed-out' });
    expect(seen).toHaveLength(2);
  });

  it('a permission that only an administrator can give is told apart from being signed out', async () => {
    const getToken = () => Promise.reject(Object.assign(new Error('no'), { kind: 'needs-administrator' }));
    const { graph } = openAnswering(() => json({}), { getToken });
    await expect(graph.send(getItem('/me'))).rejects.toMatchObject({ kind: 'needs-administrator' });
  });
});

describe('waiting', () => {
  it.each([
    ['1', 1],
    ['20', 20],
    ['Mon, 23 Nov 2026 09:00:12 GMT', 12],
  ])('waits as long as Retry-After says: %s', async (header, seconds) => {
    const { graph, waits } = openAnswering((_, number) =>
      number === 1 ? fault(429, 'activityLimitReached', { 'Retry-After': header }) : json({ id: '1' }),
    );
    await graph.send(getItem('/me'));
    expect(waits).toEqual([seconds * 1000]);
  });

  it.each(['abc', '-5', ''])('a Retry-After of nonsense is a wait of a second or two: %j', async (header) => {
    const { graph, waits } = openAnswering((_, number) =>
      number === 1 ? fault(429, 'activityLimitReached', { 'Retry-After': header }) : json({ id: '1' }),
    );
    await graph.send(getItem('/me'));
    expect(waits[0]).toBeGreaterThanOrEqual(1000);
    expect(waits[0]).toBeLessThanOrEqual(2000);
  });

  it('takes the longer of Retry-After and RateLimit-Reset', async () => {
    const headers = { 'Retry-After': '2', 'RateLimit-Reset': '9' };
    const { graph, waits } = openAnswering((_, number) =>
      number === 1 ? fault(429, 'activityLimitReached', headers) : json({ id: '1' }),
    );
    await graph.send(getItem('/me'));
    expect(waits).toEqual([9000]);
  });

  it('a long wait is said instead of waited, and nothing is sent meanwhile', async () => {
    const { graph, seen } = openAnswering(() => fault(429, 'activityLimitReached', { 'Retry-After': '3600' }));
    await expect(graph.send(getItem('/me'))).rejects.toMatchObject({
      kind: 'throttled',
      message: 'Microsoft 365 asked us to wait. Try again in 60 minutes.',
    });
    await expect(graph.send(getItem('/me'))).rejects.toMatchObject({ kind: 'throttled' });
    expect(seen).toHaveLength(1);
  });

  it('one that has more patience waits longer, and says so to those who listen', async () => {
    const { graph, waits } = openAnswering((_, number) =>
      number === 1 ? fault(503, 'serviceNotAvailable', { 'Retry-After': '120' }) : json({ id: '1' }),
    );
    const told: number[] = [];
    graph.onPause((seconds) => told.push(seconds));
    await graph.withPatience(300).send(getItem('/me'));
    expect(waits).toEqual([120_000]);
    expect(told).toEqual([120]);
  });

  it('a create that was turned down with 429 is sent again', async () => {
    const { graph, seen } = openAnswering((_, number) =>
      number === 1 ? fault(429, 'activityLimitReached', { 'Retry-After': '1' }) : json({ id: '1' }, 201),
    );
    await graph.send({ kind: 'create', method: 'POST', path: '/sites/s/lists', body: { displayName: 'A' } });
    expect(seen).toHaveLength(2);
  });
});

describe('a lost answer', () => {
  it('a read is tried again', async () => {
    const { graph, seen } = openAnswering((_, number) => (number < 3 ? new TypeError('reset') : json({ id: '1' })));
    await graph.send(getItem('/me'));
    expect(seen).toHaveLength(3);
  });

  it.each(['POST', 'PATCH', 'PUT', 'DELETE'] as const)(
    'a %s is not sent again, and says that it may have happened',
    async (method) => {
      for (const failure of [() => new TypeError('reset'), () => fault(504)]) {
        const { graph, seen } = openAnswering(failure);
        const call = { kind: 'create', method, path: '/sites/s/lists', body: {} } as const;
        await expect(graph.send(call)).rejects.toMatchObject({ kind: 'unreachable', mayHaveHappened: true });
        expect(seen).toHaveLength(1);
      }
    },
  );

  it('a 503 without a time to wait is not taken as a refusal of a create', async () => {
    const { graph, seen } = openAnswering(() => fault(503));
    const call = { kind: 'create', method: 'POST', path: '/sites/s/lists', body: {} } as const;
    await expect(graph.send(call)).rejects.toMatchObject({ mayHaveHappened: true });
    expect(seen).toHaveLength(1);
  });

  it.each(['{"value":[{"id":"1"', '<html><body>Sign in</body></html>'])(
    'half an answer or a log-in page is a failure: %s',
    async (text) => {
      const { graph } = openAnswering(() => new Response(text, { headers: { 'Content-Type': 'text/html' } }));
      await expect(graph.send(getLists('/sites/s/lists'))).rejects.toMatchObject({ kind: 'unreadable' });
    },
  );

  it('a call that the person stopped is not tried again', async () => {
    const stop = new AbortController();
    const { graph, seen } = openAnswering(() => {
      stop.abort();
      return stop.signal.reason as Error;
    });
    await expect(graph.send({ ...getItem('/me'), signal: stop.signal })).rejects.toMatchObject({ kind: 'cancelled' });
    expect(seen).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it.each([
    [400, 'invalidRequest', 'refused'],
    [403, 'accessDenied', 'forbidden'],
    [404, 'itemNotFound', 'not-found'],
    [409, 'nameAlreadyExists', 'name-taken'],
    [409, 'resourceModified', 'conflict'],
    [410, 'resyncChangesApplyDifferences', 'gone'],
    [412, 'resourceModified', 'conflict'],
    [413, 'RequestEntityTooLarge', 'too-large'],
    [422, 'notSupported', 'refused'],
    [423, 'accessDenied', 'locked'],
    [507, 'quotaLimitReached', 'full'],
  ])('%i %s is %s, in a sentence without an address', async (status, code, kind) => {
    const { graph } = openAnswering(() => fault(status, code));
    const failure = await graph
      .send({ ...getItem('/sites/s/lists/l?$select=secret'), method: 'DELETE' })
      .catch((error) => error);
    expect(failure).toMatchObject({ kind, status, code });
    expect(failure.message).toMatch(/^[A-Z].*\.$/);
    expect(failure.message).not.toMatch(/secret|\?|http/);
  });

  it('the deepest code counts', async () => {
    const body = {
      error: { code: 'invalidRequest', innerError: { code: 'a', innerError: { code: 'pathIsTooLong' } } },
    };
    const { graph } = openAnswering(() => json(body, 400));
    await expect(graph.send(getItem('/me'))).rejects.toMatchObject({ code: 'pathIsTooLong' });
  });
});

it('every attempt is counted with its resource units, in one place', async () => {
  const { graph } = openAnswering((_, number) =>
    number === 1 ? fault(429, 'activityLimitReached', { 'Retry-After': '1' }) : json({ id: '1', value: [] }),
  );
  await graph.send(getItem('/drives/d/items/i'));
  await graph.send(getLists('/sites/s/lists'));
  await graph.sendToFile({ kind: 'upload', url: 'https://files.example/u' });
  expect(graph.counts()).toEqual({
    requests: 4,
    units: 6,
    throttled: 1,
    byKind: {
      item: { requests: 2, units: 2 },
      list: { requests: 1, units: 2 },
      upload: { requests: 1, units: 2 },
    },
  });
});
