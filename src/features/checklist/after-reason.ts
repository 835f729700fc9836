/** The caret behind what stands. */
export function focusEnd(area: HTMLTextAreaElement | null | undefined): void {
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}

/**
 * What is typed after a reason that stands begins on a new word; nothing is added until it is, and only once. It looks
 * at what was typed, not at keys: a touch keyboard names none, and puts a word together before it gives it. Returns how
 * to stop.
 */
export function beginWord(area: HTMLTextAreaElement, reason: string): () => void {
  let before = area.value;
  function look(event: Event): void {
    if (event instanceof InputEvent && event.isComposing) return;
    const isAfter = before === reason && area.value.startsWith(reason) && /\S$/.test(reason);
    if (isAfter && /^[\p{L}\p{N}]/u.test(area.value.slice(reason.length))) {
      area.setRangeText(' ', reason.length, reason.length, 'preserve');
    }
    const isTold = event.type === 'input' || area.value === before;
    before = area.value;
    // The words are React's: of an input it is told after this.
    if (!isTold) area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.addEventListener('input', look);
  area.addEventListener('compositionend', look);
  return () => {
    area.removeEventListener('input', look);
    area.removeEventListener('compositionend', look);
  };
}
