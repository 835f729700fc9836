/** What is lost when the browser forgets, and until when it can still be saved. */
export function lossWords(changes: number, typed: number): string {
  const parts = [
    ...(changes > 0
      ? [
          changes === 1
            ? '1 change that Microsoft 365 does not have yet'
            : `${changes} changes that Microsoft 365 does not have yet`,
        ]
      : []),
    ...(typed > 0 ? [typed === 1 ? '1 text that you have not saved' : `${typed} texts that you have not saved`] : []),
  ];
  if (parts.length === 0) return 'Everything is with Microsoft 365: nothing is lost.';
  return `Not saved yet: ${parts.join(' and ')}. It stays on this page until you close the tab, and is lost then.`;
}
