const presses = ['mousedown', 'mouseup', 'click', 'dblclick'] as const;

/** What was pressed goes, and something else comes to its place: the second press of two is not for that. */
export function ignoreSecondPress(): void {
  const hear = (event: MouseEvent) => {
    if (event.detail > 1) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.type === 'mousedown') {
      for (const type of presses) removeEventListener(type, hear, true);
    }
  };
  for (const type of presses) addEventListener(type, hear, true);
}
