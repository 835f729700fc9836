// Plain JavaScript, since it runs on Node 20.19 before anything is installed.

/**
 * Whether an install is complete and current, told by what npm wrote and not by when: npm keeps its own list of what it
 * has really installed, and writes it last. Packages for other platforms may be missing.
 */
export function isInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === wanted.version : wanted.optional === true || wanted.devOptional === true;
  });
}
