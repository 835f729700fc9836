/** The stand-in's two doors: what Microsoft answers at, and how the stand-in itself is steered. */
export type Microsoft365 = {
  handle(request: Request): Promise<Response>;
  control(request: Request): Promise<Response>;
};

export type Reader = {
  /** Reads or writes Graph as `user`, with a token for just these scopes. */
  asPerson(user: string, scopes: readonly string[], path: string, init?: RequestInit): Promise<Response>;
  /** Fetches a link that Graph gave out, without a token. */
  follow(link: string): Promise<Response>;
  control(path: string, body?: unknown): Promise<Response>;
};

/** The host's own reads go through Graph like anybody's, with the rights of the person who is signed in. */
export function makeReader(microsoft365: Microsoft365, graphOrigin: string): Reader {
  async function control(path: string, body?: unknown): Promise<Response> {
    const init = body === undefined ? {} : { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) };
    return microsoft365.control(new Request(new URL(path, 'http://control.invalid'), init));
  }
  return {
    control,
    async asPerson(user, scopes, path, init = {}) {
      const minted = await control('/token', { user, scopes });
      if (!minted.ok) return minted;
      const { access_token: token }: { access_token: string } = await minted.json();
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return microsoft365.handle(new Request(`${graphOrigin}/v1.0${path}`, { ...init, headers }));
    },
    follow: (link) => microsoft365.handle(new Request(link)),
  };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
