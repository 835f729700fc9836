/** The largest file that SharePoint takes, in bytes. */
export const LARGEST_FILE = 250 * 1024 ** 3;
/** More at a time than anybody means: a whole drive was dropped. */
export const MOST_FILES = 5_000;

/** Files that systems leave in folders: nobody means to hand them over. */
const SYSTEM_FILE =
  /^(?:\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|icon\r|\._.*|\.spotlight-v100|\.trashes)$/i;
/** They hold a way to a document, not the document. */
const SHORTCUT = /\.(?:lnk|url|webloc|desktop|gdoc|gsheet|gslides)$/i;
const TEMPORARY = /^~\$|\.(?:tmp|crdownload|part|partial)$/i;

export function isSystemFile(name: string): boolean {
  return SYSTEM_FILE.test(name);
}

/** Why this file cannot be kept as evidence, with what to do; undefined if it can. */
export function checkFile({ name, size }: { readonly name: string; readonly size: number }): string | undefined {
  if (name.startsWith('~$')) {
    return 'A name that begins with ~$ is the temporary copy of an open document. Send the document itself.';
  }
  if (TEMPORARY.test(name)) return 'This is a temporary file that a program has not finished. Send the finished one.';
  if (SHORTCUT.test(name)) return 'This is a shortcut: it leads to a document and does not hold it. Send the document.';
  if (size > LARGEST_FILE) return 'The file is larger than 250 GB, the most that SharePoint takes. Send it in parts.';
  return undefined;
}

/** Something to know about a file that is sent all the same. */
export function noteOnFile({ size }: { readonly size: number }): string | undefined {
  return size === 0 ? 'This file is empty: it holds nothing to read.' : undefined;
}
