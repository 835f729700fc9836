import { readFileSync } from 'node:fs';

/** The parts of `package-lock.json` that are read here. */
export type Lock = {
  readonly packages?: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
};

/**
 * Names of optional packages that some package asks for and the lock has no entry of. npm leaves such entries out
 * without a word where it could not fetch them; the next `npm ci` then fails on the very lock just written.
 */
export function missingOptionalPackages(lock: Lock): readonly string[] {
  const packages = lock.packages ?? {};
  const entries = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
  const asked = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return [...new Set(asked)].filter((name) => !entries.has(name)).toSorted();
}

/** Why `npm ci` would fail on this lock, in a sentence; undefined when nothing is missing. */
export function checkLock(lock: Lock): string | undefined {
  const missing = missingOptionalPackages(lock);
  if (missing.length === 0) return undefined;
  return `package-lock.json lacks ${missing.join(', ')}, so a clean "npm ci" will fail. Pin the package that asks for them to an earlier version and install again.`;
}

if (import.meta.main) {
  const fault = checkLock(JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')));
  if (fault) {
    console.error(fault);
    process.exitCode = 1;
  } else {
    console.log('package-lock.json is complete.');
  }
}
