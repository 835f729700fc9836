/**
 * Two addresses of one file give the same text: without what a browser or a share adds behind it. An Office page has one
 * path for all documents, and names its own in the query.
 */
export function fileAddressKey(address: string): string {
  const { origin, pathname, searchParams } = new URL(address, 'https://nowhere.invalid');
  const document = searchParams.get('sourcedoc')?.replace(/[{}]/g, '');
  return `${origin}${decoded(pathname)}${document === undefined ? '' : `?${document}`}`.toLowerCase();
}

/** What a browser or a share adds, and the address opens the same document without. */
const added: ReadonlySet<string> = new Set(['web', 'csf', 'e']);

/** Two addresses outside the library with the same text lead to one document. There the query may be what names it. */
export function linkedAddressKey(address: string): string {
  const { searchParams } = new URL(address, 'https://nowhere.invalid');
  const query = [...searchParams].filter(([name]) => !added.has(name)).toSorted();
  return [fileAddressKey(address), ...query.map(([name, value]) => `${name}=${value}`)].join(' ');
}

/** A copied sharing link, `/:w:/s/…`, does not say which file it opens, nor in which library. */
export function isSharingLink(address: string): boolean {
  const { hostname, pathname } = new URL(address, 'https://nowhere.invalid');
  return (
    /^\/:[a-z]:\//i.test(decoded(pathname)) || /(^|\.)1drv\.ms$/i.test(hostname) || /guestaccess\.aspx$/i.test(pathname)
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
