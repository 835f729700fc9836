import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT } from '../../../infra/run/build-parts.ts';
import { ORIGINS, type Visitor } from './open-world.ts';

/**
 * How often functions of the built tab are called while something happens: counts, where times would hang on the
 * machine. A build has no names, so each function is known by words that stand in it and in no other.
 */
export async function countCalls<Name extends string>(
  visitor: Visitor,
  marks: Readonly<Record<Name, string>>,
  act: () => Promise<unknown>,
): Promise<Readonly<Record<Name, number>>> {
  const cdp = await visitor.context.newCDPSession(await visitor.frame());
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await act();
  const { result } = await cdp.send('Profiler.takePreciseCoverage');
  await cdp.detach();
  const called = result.flatMap(({ url, functions }) => {
    if (!url.startsWith(`${ORIGINS.tab}/assets/`)) return [];
    const text = readFileSync(join(BUILT.tab, new URL(url).pathname), 'utf8');
    return functions.flatMap(({ ranges: [range] }) =>
      range && range.count > 0
        ? [
            {
              text: text.slice(range.startOffset, range.endOffset),
              calls: range.count,
              isScript: range.startOffset === 0,
            },
          ]
        : [],
    );
  });
  const callsOf = (mark: string): number => {
    const holders = called.filter(({ text, isScript }) => !isScript && text.includes(mark));
    const inner = holders.filter((one) => !holders.some((other) => other !== one && one.text.includes(other.text)));
    if (inner.length > 1) throw new Error(`Several functions hold ${mark}.`);
    if (inner.length === 0 && !isBuilt(mark)) throw new Error(`Nothing that was built holds ${mark}.`);
    return inner[0]?.calls ?? 0;
  };
  const entries = Object.entries<string>(marks).map(([name, mark]) => [name, callsOf(mark)]);
  return Object.fromEntries(entries) as Readonly<Record<Name, number>>;
}

function isBuilt(mark: string): boolean {
  const assets = join(BUILT.tab, 'assets');
  return readdirSync(assets).some(
    (name) => name.endsWith('.js') && readFileSync(join(assets, name), 'utf8').includes(mark),
  );
}
