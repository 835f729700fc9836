import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { schema } from './schema.ts';

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`The data in ${folder} is in use by another Microsoft 365 stand-in. Stop that one, or use another folder.`);
    this.name = 'FolderInUse';
  }
}

export class OldData extends Error {
  constructor(folder: string) {
    super(`The data in ${folder} is of an earlier version of the stand-in. Begin again with an empty folder.`);
    this.name = 'OldData';
  }
}

/** Raised when a table changes; there is no way to carry old data over. */
const VERSION = 3;

/**
 * The one database behind everything. Calls are synchronous, so a transaction can never be cut in two by another
 * request; what a handler has to wait for (a body, a file on disk) it waits for before it begins one.
 */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /** `file` is a path, or `:memory:`. */
  constructor(file: string) {
    this.#connection = new DatabaseSync(file);
    try {
      // EXCLUSIVE: one process at a time; the system takes the lock back when that one is killed.
      // FULL: each commit reaches the disk before its answer is sent.
      this.#connection.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full;');
      this.#demandVersion(file);
      this.#connection.exec(schema);
      this.#connection.exec(`pragma user_version = ${VERSION}`);
    } catch (error) {
      this.#connection.close();
      if (error instanceof Error && /locked/.test(error.message)) throw new FolderInUse(dirname(file));
      throw error;
    }
  }

  /** Data of an earlier form is not read as if it were of this one. */
  #demandVersion(file: string): void {
    const row = this.#connection.prepare('pragma user_version').get();
    const used = this.#connection.prepare('select count(*) n from sqlite_master').get()?.n;
    if (used !== 0 && row?.user_version !== VERSION) throw new OldData(dirname(file));
  }

  get<T>(text: string, ...values: SQLInputValue[]): T | undefined {
    return this.#prepare(text).get(...values) as T | undefined;
  }

  all<T>(text: string, ...values: SQLInputValue[]): T[] {
    return this.#prepare(text).all(...values) as T[];
  }

  run(text: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(text).run(...values).changes);
  }

  /** All of `work` or nothing; inside another transaction it is simply a part of that one. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#connection.exec('begin immediate');
    this.#depth += 1;
    try {
      const result = work();
      this.#connection.exec('commit');
      return result;
    } catch (error) {
      this.#connection.exec('rollback');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#connection.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}
