/** Whether a browser refused to keep something: full, blocked by a setting, wiped or closed under us, or not there. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof DOMException || typeof indexedDB === 'undefined' || indexedDB === null;
}
