import { GraphError, type GraphErrorKind } from './errors.ts';

const sentences: { readonly [kind in GraphErrorKind]: string } = {
  conflict: 'Somebody else changed this at the same time.',
  throttled: 'Microsoft 365 asked us to wait. Try again in a moment.',
  forbidden: 'SharePoint or Teams does not allow you this.',
  'needs-administrator': 'This needs a permission that only your Microsoft 365 administrator can give.',
  'not-found': 'This is not there, or you may not see it.',
  gone: 'Everything has to be read again from the start.',
  offline: 'You are offline. Try again when you have a connection.',
  'signed-out': 'Your sign-in has ended. Sign in again to go on.',
  refused: 'Microsoft 365 did not accept this.',
  'name-taken': 'That name is already taken.',
  locked: 'Somebody has the file open or checked out. Try again when it is closed.',
  'too-large': 'This is larger than Microsoft 365 takes.',
  full: 'The library has no room left.',
  unreachable: 'Microsoft 365 did not answer. Check your connection and try again.',
  unreadable: 'The answer from Microsoft 365 could not be read. Try again.',
  'file-changed':
    'This file was changed, moved or removed on your device while it was being sent. Nothing of it was kept.',
  cancelled: 'Stopped.',
};

export function refusal(kind: GraphErrorKind, facts?: ConstructorParameters<typeof GraphError>[2]): GraphError {
  return new GraphError(kind, sentences[kind], facts);
}

/** Reads a refusal: by status first, by code second, never by its message. */
export async function toGraphError(response: Response, isWrite: boolean): Promise<GraphError> {
  const codes = findCodes(await readJson(response));
  const status = response.status;
  const kind = toKind(status, codes);
  return refusal(kind, {
    status,
    code: codes.at(-1),
    requestId: response.headers.get('request-id') ?? undefined,
    startAgainAt: status === 410 ? (response.headers.get('Location') ?? undefined) : undefined,
    mayHaveHappened: isWrite && kind === 'unreachable',
  });
}

function toKind(status: number, codes: readonly string[]): GraphErrorKind {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return codes.includes('nameAlreadyExists') ? 'name-taken' : 'conflict';
    case 410:
      return 'gone';
    case 412:
      return 'conflict';
    case 413:
      return 'too-large';
    case 423:
      return 'locked';
    case 429:
      return 'throttled';
    case 507:
      return 'full';
  }
  return status >= 500 ? 'unreachable' : 'refused';
}

/** What went wrong before any answer came. */
export function toConnectionError(error: unknown, isWrite: boolean): GraphError {
  if (error instanceof GraphError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return refusal('cancelled', { cause: error, mayHaveHappened: isWrite });
  const isOffline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return refusal(isOffline ? 'offline' : 'unreachable', { cause: error, mayHaveHappened: isWrite });
}

/** What went wrong before there was a token. The giver of tokens may say `kind`, which is passed on where it means something here. */
export function toSignInError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const said = typeof error === 'object' && error !== null && 'kind' in error ? error.kind : undefined;
  if (said === 'offline') return refusal('offline', { cause: error });
  if (said === 'needs-administrator') return refusal('needs-administrator', { cause: error });
  return refusal('signed-out', { cause: error });
}

/** The codes of an error body from the outside in; `innerError` may nest. */
function findCodes(body: unknown): readonly string[] {
  const codes: string[] = [];
  let level: unknown = isRecord(body) ? body.error : undefined;
  while (isRecord(level)) {
    if (typeof level.code === 'string') codes.push(level.code);
    level = level.innerError ?? level.innererror;
  }
  return codes;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
