/**
 * Two addresses of one file give the same text: without what a browser or a share adds behind it. An Office page has one
 * path for all documents, and names its own in the query.
 */
export function fileAddressKey(address: string): string {
  const { origin, pathname, searchParams } = new URL(address, 'https://nowhere.invalid');
  const document = searchParams.get('sourcedoc')?.replace(/[{}]/g, '');
  return `${origin}${decoded(pathname)}${document === undefined ? '' : `?${document}`}`.toLowerCase();
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
