/** A refusal in Graph's words. `inner` is the more exact code that some answers carry inside. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly inner: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { inner?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.headers = more.headers ?? {};
  }
}

export const invalidRequest = (message: string, inner?: string) =>
  new Refusal(400, 'invalidRequest', message, inner ? { inner } : {});

/** Also for what is there but may not be seen: the two must look alike. */
export const itemNotFound = (message = 'The resource could not be found.') => new Refusal(404, 'itemNotFound', message);

export const accessDenied = (message = 'Access denied') => new Refusal(403, 'accessDenied', message);

export const nameExists = (message = 'An item with the same name already exists under the parent') =>
  new Refusal(409, 'nameAlreadyExists', message);

export const preconditionFailed = () =>
  new Refusal(412, 'resourceModified', "ETag does not match current item's value", { inner: 'entityTagDoesNotMatch' });

/** An address or a method that nobody answers: never silent, and kept in the event log. */
export class UnknownAddress extends Refusal {
  constructor(message: string) {
    super(400, 'BadRequest', message);
  }
}

export type ErrorFacts = { readonly date: string; readonly requestId: string; readonly clientRequestId: string };

export function toErrorBody(refusal: Pick<Refusal, 'code' | 'message' | 'inner'>, facts: ErrorFacts) {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        ...(refusal.inner ? { code: refusal.inner } : {}),
        date: facts.date.replace('Z', ''),
        'request-id': facts.requestId,
        'client-request-id': facts.clientRequestId,
      },
    },
  };
}
