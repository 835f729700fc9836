import { useMemo, useSyncExternalStore } from 'react';
import type { Address } from '../domain/address.ts';
import { fromHash, toHref } from '../session/href.ts';
import { wantScreenFocus } from '../ui/screen-focus.ts';

function subscribe(listener: () => void): () => void {
  function changed(event: HashChangeEvent) {
    const before = fromHash(new URL(event.oldURL).hash);
    const after = fromHash(new URL(event.newURL).hash);
    if (before.screen !== after.screen) wantScreenFocus();
    listener();
  }
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

/** Where the person is; it changes with links, with Back, and with `open`. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => fromHash(hash), [hash]);
}

export function open(address: Address): void {
  location.hash = toHref(address);
}
