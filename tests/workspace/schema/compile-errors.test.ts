import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Uses of the schema, right and wrong; a wrong one says so at the end of its line. */
const PLANTED = `
import type { Workspace } from '${root}src/workspace/store/workspace.ts';
import { defineList, type NewRowOf, type PatchOf, type RowOf } from '${root}src/workspace/schema/define-list.ts';
import { assessments, evidence, prompts } from '${root}src/workspace/schema/lists.ts';

const fine: PatchOf<typeof assessments> = { verdict: 'red', reason: null };
const colour: PatchOf<typeof assessments> = { verdict: 'purple' }; // wrong
const typo: PatchOf<typeof assessments> = { reasn: 'x' }; // wrong
const emptied: PatchOf<typeof evidence> = { title: null }; // wrong
const number: PatchOf<typeof evidence> = { size: '7' }; // wrong
const day: PatchOf<typeof evidence> = { dueOn: new Date(0) }; // wrong
const person: PatchOf<typeof evidence> = { owner: 'Bea' }; // wrong
const half: PatchOf<typeof evidence> = { owner: { id: 'p1' } }; // wrong
const link: PatchOf<typeof prompts> = { source: 'https://example.org' }; // wrong
const keyless: NewRowOf<typeof evidence> = { title: 'x', partner: 'police', state: 'draft' }; // wrong
const stateless: NewRowOf<typeof evidence> = { uid: 'u', title: 'x', partner: 'police' }; // wrong
const whole: NewRowOf<typeof evidence> = { uid: 'u', title: 'x', partner: 'police', state: 'draft' };

const title = { kind: 'text', title: 'Title', required: true } as const;
const list = { name: 'things', title: 'JTAI Things', version: 1 } as const;
const kind = defineList({ ...list, columns: { title, size: { kind: 'decimal', title: 'Size' } } }); // wrong
const held = defineList({ ...list, columns: { title, held: { kind: 'text', title: 'Held' } } }); // wrong
const version = defineList({ ...list, columns: { title, version: { kind: 'number', title: 'Version' } } }); // wrong
const several = defineList({ ...list, columns: { title, kinds: { kind: 'choices', title: 'Kinds', choices: ['a', 'b'] } } });
const among: PatchOf<typeof several> = { kinds: ['a', 'b'] };
const outside: PatchOf<typeof several> = { kinds: ['a', 'c'] }; // wrong

export async function use(workspace: Workspace, row: RowOf<typeof assessments>, item: RowOf<typeof evidence>) {
  await workspace.save(assessments, row.uid, fine, row);
  await workspace.save(assessments, row.uid, { verdict: 'blue' }, row); // wrong
  await workspace.save(assessments, row.uid, fine, item); // wrong
  await workspace.create(evidence, whole);
  await workspace.create(evidence, { uid: 'u', title: 'x' }); // wrong
  row.verdict = 'red'; // wrong
  const sure: string = row.reason; // wrong
  const state: string = item.state;
  return [colour, typo, emptied, number, day, person, half, link, keyless, stateless, kind, held, version, among, outside, sure, state];
}
`;

/** The lines of which the compiler says that they are wrong. */
function compile(text: string): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'jtai-ready-types-'));
  try {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const options = { extends: join(root, 'tsconfig.json'), include: [], files: [file] };
    const typeRoots = [join(root, 'node_modules/@types'), join(root, 'node_modules')];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...options, compilerOptions: { typeRoots } }));
    return readLines(runCompiler(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The compiler leaves with an error when it refuses something: what it says counts. */
function runCompiler(folder: string): string {
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return execFileSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

function readLines(said: string): readonly number[] {
  const found = said.matchAll(/planted\.ts\((\d+),\d+\): error TS/g);
  return [...new Set([...found].map(([, line]) => Number(line)))].sort((a, b) => a - b);
}

it('wrong values, names and declarations do not compile, and right ones do', () => {
  const wrong = PLANTED.split('\n').flatMap((line, at) => (line.endsWith('// wrong') ? [at + 1] : []));
  expect(wrong.length).toBeGreaterThan(15);
  expect(compile(PLANTED)).toEqual(wrong);
});
