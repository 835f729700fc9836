import { isGraphError } from '../graph/errors.ts';

/** What to tell a person about something that went wrong; our own errors are sentences already. */
export function toSentence(error: unknown): string {
  if (isGraphError(error)) return error.message;
  return 'Something went wrong in this page.';
}

/** The same for a read that failed: it takes nothing away, save where what was to be read is itself not there any more. */
export function toReadFailure(error: unknown): string {
  const sentence = toSentence(error);
  const isKnown = !isGraphError(error, 'not-found') && !sentence.includes('Nothing was lost');
  return isKnown ? `${sentence} Nothing was lost.` : sentence;
}

/** Whoever is not in a channel finds it closed, or is told that there is none. */
export function isClosed(error: unknown): boolean {
  return isGraphError(error, 'forbidden', 'not-found');
}

/** A reference for whoever looks into it, without anything a person typed. */
export function toReference(error: unknown): string | undefined {
  if (!isGraphError(error)) return undefined;
  return error.requestId === undefined ? undefined : `Reference ${error.requestId}`;
}
