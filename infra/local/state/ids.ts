import { createHash } from 'node:crypto';
import type { Database } from './database.ts';

/**
 * Ids that look random and are not: each is a hash of the seed and a number that only grows, kept in the database, so
 * that the same requests after the same seed give the same ids, also across a restart.
 */
export type Ids = {
  guid(): string;
  /** `length` letters and digits, as SharePoint's item ids have. */
  token(length: number): string;
  /** The next change number. */
  seq(): number;
  /** The change number that was given last. */
  lastSeq(): number;
};

export function startIds(db: Database, rngSeed: number): Ids {
  db.run("insert or ignore into setting (key, value) values ('ids', 0), ('seq', 0)");
  const next = (key: string) =>
    Number(
      db.get<{ value: string }>('update setting set value = value + 1 where key = ? returning value', key)?.value ?? 0,
    );
  const digest = () =>
    createHash('sha256')
      .update(`${rngSeed}/${next('ids')}`)
      .digest();
  return {
    guid: () => toGuid(digest()),
    token: (length) => toBase32(digest()).slice(0, length),
    seq: () => next('seq'),
    lastSeq: () => Number(db.get<{ value: string }>("select value from setting where key = 'seq'")?.value ?? 0),
  };
}

function toGuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const toBase32 = (bytes: Buffer): string => Array.from(bytes, (byte) => BASE32[byte & 31]).join('');

/** Ids of requests: not kept, so a restart begins a new row of them. */
export function requestIds(rngSeed: number, start: number): () => string {
  let n = 0;
  return () => {
    n += 1;
    return toGuid(createHash('sha256').update(`${rngSeed}/${start}/request ${n}`).digest());
  };
}
