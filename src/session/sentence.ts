import { isGraphError } from '../graph/errors.ts';

/** What to tell a person about something that went wrong; our own errors are sentences already. */
export function toSentence(error: unknown): string {
  if (isGraphError(error)) return error.message;
  return 'Something went wrong in this page.';
}

/** A reference for whoever looks into it, without anything a person typed. */
export function toReference(error: unknown): string | undefined {
  if (!isGraphError(error)) return undefined;
  return error.requestId === undefined ? undefined : `Reference ${error.requestId}`;
}
