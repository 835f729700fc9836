import { randomBytes } from 'node:crypto';
import { buildFile } from '../../../infra/demo/file-bytes.ts';

export type TestFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const MEGABYTE = 1024 * 1024;
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A real file of the kind that its ending names, with this text in it. */
export function textFile(name: string, ...lines: readonly string[]): TestFile {
  return toTestFile(name, Buffer.from(buildFile(name, lines)));
}

export function emptyFile(name: string): TestFile {
  return toTestFile(name, Buffer.alloc(0));
}

/** Bytes that no compression and no luck can put right again. */
export function largeFile(name: string, megabytes: number): TestFile {
  return toTestFile(name, randomBytes(megabytes * MEGABYTE));
}

function toTestFile(name: string, buffer: Buffer): TestFile {
  return { name, mimeType: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', buffer };
}
