import type { Faults } from '../faults/faults.ts';
import { RuleError } from '../faults/rules.ts';
import { isObject } from '../graph/body.ts';
import type { Events } from '../graph/events.ts';
import type { Meter } from '../graph/meter.ts';
import type { Keys } from '../graph/token.ts';
import { answerNaa, naaFault } from '../sign-in/naa.ts';
import { APP_ALONE } from '../sign-in/token-endpoint.ts';
import { makeAppToken, makeTokens } from '../sign-in/tokens.ts';
import { findPerson, type PersonRow, setConsent } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { turn } from '../switches.ts';
import { webhookUrl } from '../webhook/webhook.ts';
import { activityOf, describeDirectory, install, setMembership } from './directory.ts';
import { fill, filledWith } from './fill.ts';
import { plantRows } from './plant-rows.ts';

export type ControlParts = {
  readonly state: State;
  readonly keys: Keys;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly events: Events;
};

type Body = Readonly<Record<string, unknown>>;
type Action = (parts: ControlParts, body: Body, url: URL) => unknown;

class Misuse extends Error {}

/** What tests, the demo and the host page may ask of the stand-in itself. */
const actions: Readonly<Record<string, Action>> = {
  'GET /directory': ({ state }, _body, url) => describeDirectory(state, url.searchParams.get('user') ?? undefined),
  'POST /token': ({ state, keys }, body) => mintToken(state, keys, body),
  'POST /naa': ({ state, keys, faults }, body) => {
    const person = personOf(state, body);
    const spoilt = naaFault(faults, person.id, body.interactive === true);
    if (spoilt) return spoilt;
    const claims = typeof body.claims === 'string' ? body.claims : undefined;
    const request = {
      clientId: textOf(body, 'clientId'),
      scopes: scopesOf(body).join(' '),
      interactive: body.interactive === true,
      claims,
    };
    return answerNaa(state, keys, person, request);
  },
  'POST /consent': ({ state }, body) => {
    const person = body.app === true ? APP_ALONE : body.user === undefined ? '*' : personOf(state, body).id;
    setConsent(state, textOf(body, 'scope'), person, body.granted !== false);
    return { scope: body.scope, person, granted: body.granted !== false };
  },
  'GET /webhook': ({ state }, _body, url) => ({ url: webhookUrl(state, url.searchParams.get('channel') ?? '') }),
  'GET /activity': ({ state }, _body, url) => ({ value: activityOf(state, url.searchParams.get('user') ?? '') }),
  'POST /install': ({ state }, body) => install(state, textOf(body, 'team'), body.installed !== false),
  'GET /fill': ({ state }) => ({ filled: filledWith(state) }),
  'POST /fill': ({ state }, body) => fill(state, textOf(body, 'size'), textOf(body, 'channel')),
  'POST /rows': ({ state }, body) => {
    if (!Array.isArray(body.rows) || !body.rows.every(isObject)) throw new Misuse('rows is a list of fields.');
    return plantRows(state, textOf(body, 'list'), body.rows, personOf(state, body).id);
  },
  'GET /switches': ({ state }) => state.switches,
  'POST /switches': ({ state }, body) => {
    const unknown = turn(state.switches, body);
    if (unknown.length > 0) throw new Misuse(`Unknown switches: ${unknown.join(', ')}.`);
    return state.switches;
  },
  'POST /membership': ({ state }, body) => setMembership(state, personOf(state, body).id, body),
  'GET /clock': ({ state }) => ({ now: new Date(state.clock.now()).toISOString() }),
  'POST /clock': ({ state }, body) => {
    if (body.now !== undefined) {
      const now = typeof body.now === 'number' ? body.now : Date.parse(String(body.now));
      if (Number.isNaN(now)) throw new Misuse('now is a moment: ISO 8601 or milliseconds.');
      state.clock.set(now);
    }
    if (typeof body.advanceSeconds === 'number') state.clock.advance(body.advanceSeconds);
    return { now: new Date(state.clock.now()).toISOString() };
  },
  'GET /counters': ({ meter }) => meter.counters.report(),
  'DELETE /counters': ({ meter }) => meter.counters.reset(),
  'GET /faults': ({ faults }) => ({ value: faults.all() }),
  'POST /faults': ({ faults }, body) => faults.add(body),
  'DELETE /faults': ({ faults }) => faults.clear(),
  'GET /events': ({ events }) => ({ value: events.all() }),
  'DELETE /events': ({ events }) => events.clear(),
};

export function startControl(parts: ControlParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const action = actions[`${request.method} ${url.pathname.replace(/\/$/, '')}`];
    if (!action)
      return Response.json({ error: `The control address has no ${request.method} ${url.pathname}.` }, { status: 404 });
    try {
      const text = request.method === 'GET' ? '' : await request.text();
      const body: unknown = text === '' ? {} : JSON.parse(text);
      if (!isObject(body)) throw new Misuse('The body is a JSON object.');
      return Response.json((await action(parts, body, url)) ?? {});
    } catch (error) {
      if (error instanceof Misuse || error instanceof RuleError || error instanceof SyntaxError)
        return Response.json({ error: error.message }, { status: 400 });
      throw error;
    }
  };
}

async function mintToken(state: State, keys: Keys, body: Body) {
  const lifetimeSeconds = typeof body.lifetimeSeconds === 'number' ? body.lifetimeSeconds : 3600;
  const scopes = scopesOf(body);
  if (body.app === true) {
    return { access_token: await makeAppToken(state, keys, scopes, lifetimeSeconds), expires_in: lifetimeSeconds };
  }
  return makeTokens(state, keys, personOf(state, body), state.app.clientId, scopes, { lifetimeSeconds });
}

function personOf(state: State, body: Body): PersonRow {
  const person = findPerson(state, textOf(body, 'user'));
  if (!person) throw new Misuse(`There is no person '${String(body.user)}'.`);
  return person;
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Misuse(`${name} is missing.`);
  return value;
}

function scopesOf(body: Body): string[] {
  const { scopes } = body;
  if (Array.isArray(scopes)) return scopes.map(String);
  return typeof scopes === 'string' ? scopes.split(/\s+/).filter(Boolean) : [];
}
