import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  fillManifest,
  findLoopbackNames,
  PackageFault,
  readTenantFacts,
  toTabConfiguration,
  zipPackage,
} from './teams-package.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function makePackage(): void {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const facts = readTenantFacts(process.env);
  const manifest = fillManifest(readFileSync(join(root, 'manifest/manifest.json'), 'utf8'), facts, version);
  const searched = searchBuiltTab();

  mkdirSync(join(root, 'dist'), { recursive: true });
  const zip = join('dist', `jtai-ready-${version}.zip`);
  writeFileSync(
    join(root, zip),
    zipPackage({
      'manifest.json': new TextEncoder().encode(manifest),
      'color.png': readFileSync(join(root, 'manifest/color.png')),
      'outline.png': readFileSync(join(root, 'manifest/outline.png')),
    }),
  );
  const configuration = join('dist', 'configuration.json');
  writeFileSync(join(root, configuration), `${JSON.stringify(toTabConfiguration(facts), null, 2)}\n`);
  console.log(`${zip} is the app package; upload it in the Teams admin centre.`);
  console.log(`${configuration} is the configuration block for index.html where the tab is served.`);
  console.log(searched);
}

/** Throws a `PackageFault` when the built tab names this machine. */
function searchBuiltTab(): string {
  const built = join(root, 'dist/tab');
  if (!existsSync(built)) return 'The tab is not built here (npm run build), so its scripts were not searched.';
  const names = globSync('**/*.{js,html,css}', { cwd: built });
  const found = findLoopbackNames(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(built, name), 'utf8')])),
  );
  if (found.length > 0)
    throw new PackageFault(found.map((name) => `dist/tab/${name} names this machine. Build it again.`));
  return `${names.length} files of the built tab were searched; none names this machine.`;
}

try {
  makePackage();
} catch (error) {
  if (!(error instanceof PackageFault)) throw error;
  console.error(['No package was made.', ...error.faults, 'manifest/README.md lists what to set.'].join('\n'));
  process.exitCode = 1;
}
