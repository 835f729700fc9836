/** What a failed call means for the person in front of the screen. */
export type GraphErrorKind =
  /** The row or file changed since it was read (412, 409 resourceModified). */
  | 'conflict'
  /** Microsoft 365 asked us to wait; `retryAfterSeconds` says how long. */
  | 'throttled'
  | 'forbidden'
  /** A permission that only an administrator can give has not been given. */
  | 'needs-administrator'
  | 'not-found'
  /** A saved position in a list of changes is too old (410): read everything again. */
  | 'gone'
  | 'offline'
  | 'signed-out'
  /** The request itself was not accepted (400, 422): asking again does not help. */
  | 'refused'
  | 'name-taken'
  /** Somebody has the file open or checked out (423). */
  | 'locked'
  | 'too-large'
  /** The library has no room left (507). */
  | 'full'
  /** No answer, a broken one, or the service failed. */
  | 'unreachable'
  /** An answer came, but it is not what was asked for: cut short, or a log-in page. */
  | 'unreadable'
  /** A file on this device was changed, moved or removed while it was being sent. */
  | 'file-changed'
  | 'cancelled';

export type GraphErrorFacts = {
  readonly status?: number | undefined;
  /** Microsoft's own code, the deepest that was given; for logs and tests, never shown first. */
  readonly code?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** Where to begin again after `gone`. */
  readonly startAgainAt?: string | undefined;
  /** True if a write may have been carried out although no good answer came: look before writing again. */
  readonly mayHaveHappened?: boolean | undefined;
  readonly cause?: unknown;
};

/** The one error of everything that talks to Microsoft 365. Its message is a sentence for people, without addresses. */
export class GraphError extends Error {
  readonly kind: GraphErrorKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly startAgainAt: string | undefined;
  readonly mayHaveHappened: boolean;

  constructor(kind: GraphErrorKind, message: string, facts: GraphErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'GraphError';
    this.kind = kind;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.startAgainAt = facts.startAgainAt;
    this.mayHaveHappened = facts.mayHaveHappened ?? false;
  }
}

export function isGraphError(error: unknown, ...kinds: readonly GraphErrorKind[]): error is GraphError {
  return error instanceof GraphError && (kinds.length === 0 || kinds.includes(error.kind));
}
