import { type Address, fromSubPageId, toSubPageId } from '../domain/address.ts';

/** Where a link to a place in the tab leads. `#/` says that it is an address, not a jump within the page. */
export function toHref(address: Address): string {
  return `#/${toSubPageId(address)}`;
}

/** The address in the page's fragment; Home for one that is empty or not ours. */
export function fromHash(hash: string): Address {
  let text = hash.replace(/^#\/?/, '');
  try {
    text = decodeURIComponent(text);
  } catch {
    // A broken escape is somebody else's text: it names nothing of ours.
    return { screen: 'home' };
  }
  return fromSubPageId(text) ?? { screen: 'home' };
}

/** The first address: what the link that opened the tab names wins over a fragment left from before. */
export function firstHash(hash: string, subPageId: string): string {
  const linked = fromSubPageId(subPageId);
  return linked === undefined ? hash : toHref(linked);
}
