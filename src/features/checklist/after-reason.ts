/** A key, as React or the browser tells it. */
type Press = Pick<KeyboardEvent, 'target' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The caret behind what stands. */
export function focusEnd(area: HTMLTextAreaElement | null | undefined): void {
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}

/** What is typed after a reason that stands begins on a new word; nothing is added until it is. */
export function beginWord({ target, key, ctrlKey, metaKey, altKey }: Press, reason: string): void {
  if (!(target instanceof HTMLTextAreaElement) || ctrlKey || metaKey || altKey || !/^[\p{L}\p{N}]$/u.test(key)) return;
  const { value, selectionStart } = target;
  if (value !== reason || selectionStart !== value.length || !/\S$/.test(value)) return;
  target.setRangeText(' ', value.length, value.length, 'end');
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
