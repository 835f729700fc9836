/** What a part of the run came to. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What to show of each failure. */
  readonly failures: readonly string[];
};

/** The parts of vitest's JSON report that are read here. */
export type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** A step that either holds or does not. */
export function tallyStep(name: string, isGood: boolean, output: string): Tally {
  return isGood ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [`${name}\n${output.trim()}`] };
}

/**
 * Counts a run of vitest. A test that is skipped counts as failed unless `notRun`, README's list of what is not run,
 * names it; so does a file that could not be loaded, and a run that ended badly though every test passed.
 */
export function tallyReport(report: VitestReport, isGood: boolean, notRun: string): Tally {
  let [passed, failed, skipped] = [0, 0, 0];
  const failures: string[] = [];
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0) {
      failed += 1;
      failures.push(`${file.name}\n${file.message ?? 'The file holds no test.'}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status !== 'failed' && notRun.includes(test.fullName)) skipped += 1;
      else {
        failed += 1;
        const why = test.failureMessages?.join('\n') || `It was skipped, and README does not list it under "Not run".`;
        failures.push(`${file.name}\n${test.fullName}\n${why}`);
      }
    }
  }
  if (!isGood && failed === 0) {
    failed += 1;
    failures.push('Every test passed, but something else went wrong in the run.');
  }
  return { passed, failed, skipped, failures };
}

/** The files in which something failed, by their full paths. */
export function failedFiles(report: VitestReport): string[] {
  return report.testResults
    .filter((file) => file.status === 'failed' || file.assertionResults.some(({ status }) => status === 'failed'))
    .map((file) => file.name);
}

/** The report of a first run, with the files that were run again as they went the second time. */
export function withSecondTry(first: VitestReport, second: VitestReport): VitestReport {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  return { testResults: first.testResults.map((file) => again.get(file.name) ?? file) };
}

export function addUp(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
      failures: [...sum.failures, ...each.failures],
    }),
    NOTHING,
  );
}

/** The last line of the run: `812 passed, 0 failed`. */
export function sayTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** What README says under a heading "Not run", up to the next heading. */
export function readNotRun(readme: string): string {
  return /^#+ Not run\b.*\n([\s\S]*?)(?=^#|(?![\s\S]))/m.exec(readme)?.[1] ?? '';
}
