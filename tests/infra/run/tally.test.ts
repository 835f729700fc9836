import { describe, expect, it } from 'vitest';
import {
  addUp,
  failedFiles,
  readNotRun,
  sayTally,
  tallyReport,
  tallyStep,
  withSecondTry,
} from '../../../infra/run/tally.ts';

const test = (fullName: string, status: string, failureMessages: string[] = []) => ({
  fullName,
  status,
  failureMessages,
});
const report = (...assertionResults: ReturnType<typeof test>[]) => ({
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults }],
});

describe('the count of a run', () => {
  it('is one line, which names skipped tests only when there are any', () => {
    expect(sayTally({ passed: 3, failed: 0, skipped: 0, failures: [] })).toBe('3 passed, 0 failed');
    expect(sayTally({ passed: 3, failed: 1, skipped: 2, failures: [] })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('takes a skipped test for failed unless README lists it', () => {
    const skipped = report(test('uploads to a real tenant', 'skipped'), test('works', 'passed'));
    expect(tallyReport(skipped, true, '')).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
    expect(tallyReport(skipped, true, '- uploads to a real tenant')).toMatchObject({
      passed: 1,
      failed: 0,
      skipped: 1,
    });
  });

  it('never excuses a failed test', () => {
    const tally = tallyReport(report(test('works', 'failed', ['no'])), false, '- works');
    expect(tally).toMatchObject({ failed: 1, skipped: 0 });
    expect(tally.failures[0]).toContain('no');
  });

  it('counts a file that could not be loaded', () => {
    const broken = {
      testResults: [{ name: 'b.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] }],
    };
    expect(tallyReport(broken, false, '')).toMatchObject({ failed: 1, failures: ['b.test.ts\nCannot find x'] });
  });

  it('counts a run that ended badly though every test passed', () => {
    expect(tallyReport(report(test('works', 'passed')), false, '')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('adds up over all parts', () => {
    const total = addUp([
      tallyStep('types', true, ''),
      tallyStep('lint', false, 'a fault\n'),
      tallyReport(report(), true, ''),
    ]);
    expect(total).toMatchObject({ passed: 1, failed: 2 });
    expect(total.failures[0]).toBe('lint\na fault');
  });
});

describe('a second try', () => {
  const file = (name: string, status: string) => ({
    testResults: [{ name, status, assertionResults: [test('works', status)] }],
  });
  const first = {
    testResults: [...file('a.test.ts', 'passed').testResults, ...file('b.test.ts', 'failed').testResults],
  };

  it('is for the files in which something failed, a file that could not be loaded among them', () => {
    const unloaded = { name: 'c.test.ts', status: 'failed', message: 'Cannot find x', assertionResults: [] };
    expect(failedFiles({ testResults: [...first.testResults, unloaded] })).toEqual(['b.test.ts', 'c.test.ts']);
  });

  it('counts in place of the first, and fails the run when it fails', () => {
    const mended = withSecondTry(first, file('b.test.ts', 'passed'));
    expect(tallyReport(mended, true, '')).toMatchObject({ passed: 2, failed: 0 });
    const broken = withSecondTry(first, file('b.test.ts', 'failed'));
    expect(tallyReport(broken, false, '')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('leaves a file failed that did not run again', () => {
    const gone = withSecondTry(first, { testResults: [] });
    expect(tallyReport(gone, true, '')).toMatchObject({ passed: 1, failed: 1 });
  });
});

describe("README's list of what is not run", () => {
  it('is what stands under its heading, and nothing else', () => {
    const readme = '# A\n\n## Not run\n\n- one\n- two\n\n## Licence\n\nMIT\n';
    expect(readNotRun(readme)).toBe('\n- one\n- two\n\n');
    expect(readNotRun('# A\n\n## Not run\n- last')).toBe('- last');
    expect(readNotRun('# A')).toBe('');
  });
});
