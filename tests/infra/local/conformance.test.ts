import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCheck } from '../../../infra/local/conformance/check.ts';
import { describeReport, readReport } from '../../../infra/local/conformance/report.ts';
import { endpoints } from '../../../infra/local/graph/endpoints.ts';

const folder = process.env.GRAPH_CONFORMANCE;

type Scopes = { endpoints: { method: string; path: string; least: string | null; accepted: string[] }[] };
type Examples = {
  examples: {
    id: string;
    kind: 'request' | 'response';
    schema?: string;
    collection?: boolean;
    body: { value?: unknown[] };
    expect: string;
  }[];
};

const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(folder ?? '', name), 'utf8')) as T;

it('says when nothing was compared', () => {
  const sentence = describeReport(folder, readReport('no such file'));
  if (!folder) console.info(sentence);
  expect(sentence).toMatch(folder ? /^conformance: 0 answers/ : /^conformance: not run$/);
});

// Not skipped but left out: without the data there is nothing here to run, and the run says so.
if (folder)
  describe('compared with Microsoft’s own data', () => {
    it('each scope that opens an address is accepted there, and the least one opens it', () => {
      const anyKey = (path: string) =>
        path
          .replaceAll(/\{\w+\}/g, '{}')
          .replace('/drives/{}/root', '/drives/{}/items/{}')
          .replace('search(q={})', 'search')
          .toLowerCase();
      const known = new Map(
        readJson<Scopes>('scopes.json').endpoints.map((each) => [`${each.method} ${anyKey(each.path)}`, each]),
      );
      const wrong: string[] = [];
      let compared = 0;
      for (const { method, path, scopes } of endpoints) {
        const theirs = known.get(`${method} ${anyKey(path)}`);
        if (!theirs || theirs.least === null) continue;
        compared += 1;
        for (const scope of scopes)
          if (!theirs.accepted.includes(scope)) wrong.push(`${method} ${path}: ${scope} is too much`);
        if (!scopes.includes(theirs.least)) wrong.push(`${method} ${path}: ${theirs.least} is missing`);
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(40);
    });

    it('every type that is answered or taken exists', () => {
      const check = loadCheck(folder ?? '');
      for (const { answers, takes } of endpoints) {
        if (answers) check.answer(answers, answers.startsWith('page of') ? { value: [] } : {});
        if (takes) check.request(takes, {});
      }
    });

    it('the check itself takes the documented examples and refuses the others', () => {
      const check = loadCheck(folder ?? '');
      const { examples } = readJson<Examples>('examples.json');
      // An enumeration in another case is taken on purpose; these are marked as refused for that alone.
      const respelt = examples.filter(
        (each) =>
          each.schema &&
          each.kind === 'request' &&
          each.expect === 'reject' &&
          check.request(each.schema, each.body).length === 0,
      );
      expect(respelt.length).toBeLessThanOrEqual(5);
      for (const each of examples) {
        if (!each.schema || respelt.includes(each)) continue;
        const { schema, body } = each;
        const wrong =
          each.kind === 'request'
            ? check.request(schema, body)
            : each.collection
              ? (body.value ?? []).flatMap((one) => check.answer(schema, one))
              : check.answer(schema, body);
        expect(wrong.length === 0, each.id).toBe(each.expect === 'accept');
      }
    });
  });
