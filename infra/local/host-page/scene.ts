// What the page knows: who there is, where they meet, and which channel has which tab. Everything comes from the
// server half, in the words of its addresses (`../host/host-server.ts`).

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly jobTitle: string;
  readonly kind: 'member' | 'guest' | 'outside';
  /** Where they sign in: a guest in the partnership's tenant, an outside member in their own. */
  readonly tenant: string;
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'standard' | 'private' | 'shared';
};

export type Team = { readonly id: string; readonly name: string; readonly channels: readonly Channel[] };

export type ChannelTab = {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
};

export type Misbehaviour = {
  readonly nestedAuth?: 'off' | 'natural-order' | 'ignores-first';
  readonly ignoresTab?: boolean;
  readonly refusesSave?: string;
};

export type Scene = {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly app: { readonly clientId: string; readonly teamsAppId: string; readonly name: string };
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly tabs: Readonly<Record<string, readonly ChannelTab[]>>;
  readonly tabOrigin: string;
  readonly misbehaviour: Misbehaviour;
};

export class Failure extends Error {
  readonly detail: string;
  constructor(sentence: string, detail = '') {
    super(sentence);
    this.name = 'Failure';
    this.detail = detail;
  }
}

/** Asks the server half. Throws `Failure` with a sentence for the person. */
export async function askServer<T>(path: string, query: Record<string, string>, init?: RequestInit): Promise<T> {
  const answer = await fetch(`/api/${path}?${new URLSearchParams(query)}`, init).catch(() => {
    throw new Failure('The local Microsoft 365 does not answer. Is it still running?');
  });
  const body = answer.status === 204 ? undefined : await answer.json();
  if (!answer.ok) throw new Failure(body?.sentence ?? 'That did not work.', body?.detail ?? `Status ${answer.status}`);
  return body;
}

export function postJson(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
