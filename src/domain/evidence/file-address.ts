/**
 * Two addresses of one file give the same text: without what a browser or a share adds behind it. An Office page has one
 * path for all documents, and names its own in the query; so does the page of a library, by its path.
 */
export function fileAddressKey(address: string): string {
  const { origin, pathname, searchParams } = new URL(address, 'https://nowhere.invalid');
  const document = documentOf(address);
  const listed = /\/forms\/[^/]+\.aspx$/i.test(pathname) ? searchParams.get('id') : null;
  const path = listed?.startsWith('/') ? listed : decoded(pathname).replace(OPENED, '/');
  return `${origin}${path}${document === undefined ? '' : `?${document}`}`.toLowerCase();
}

/** `/:w:/r/` stands before the whole path of a document; with `/s/` or `/g/` there is none. */
const OPENED = /^\/:[a-z]:\/r\//i;

/** The document that an Office page names: the id that SharePoint gave it, in small letters. */
export function documentOf(address: string): string | undefined {
  const { searchParams } = new URL(address, 'https://nowhere.invalid');
  return searchParams.get('sourcedoc')?.replace(/[{}]/g, '').toLowerCase();
}

/** Whether an address lies in the same site as another, `/sites/…` or `/teams/…`. */
export function isOfSite(address: string, other: string): boolean {
  const siteOf = (each: string) => /^https?:\/\/[^/]+\/(?:sites|teams)\/[^/?]+/.exec(fileAddressKey(each))?.[0];
  const site = siteOf(address);
  return site !== undefined && site === siteOf(other);
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
  const path = decoded(pathname);
  return (
    (/^\/:[a-z]:\//i.test(path) && !OPENED.test(path)) ||
    /(^|\.)1drv\.ms$/i.test(hostname) ||
    /guestaccess\.aspx$/i.test(pathname)
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
