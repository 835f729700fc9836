let isWanted = false;

/** The person went to another screen: its title takes the focus when it is drawn, which may be a moment later. */
export function wantScreenFocus(): void {
  isWanted = true;
}

/** True once after each `wantScreenFocus`. */
export function takeScreenFocus(): boolean {
  const was = isWanted;
  isWanted = false;
  return was;
}
