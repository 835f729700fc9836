import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export type StaticFile = {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly isPage: boolean;
  /** Built files carry a hash of their content in their name. */
  readonly neverChanges: boolean;
};

/** The file at `pathname` inside `folder`, or undefined. Never leaves the folder. */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile | undefined> {
  const relative = toRelativePath(pathname);
  const type = relative && TYPES[extname(relative)];
  if (!relative || !type) return undefined;
  try {
    const body = new Uint8Array(await readFile(join(folder, relative)));
    return { body, type, isPage: relative.endsWith('.html'), neverChanges: relative.startsWith(`assets${sep}`) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
}

function toRelativePath(pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const relative = normalize(decoded === '/' ? '/index.html' : decoded).replace(/^\/+/, '');
  return relative.split(sep).includes('..') ? undefined : relative;
}

export function toStaticResponse(file: StaticFile, body: BodyInit, headers: Record<string, string>): Response {
  const caching = file.neverChanges ? 'public, max-age=31536000, immutable' : 'no-cache';
  return new Response(body, { headers: { ...headers, 'Content-Type': file.type, 'Cache-Control': caching } });
}
