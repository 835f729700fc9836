import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What the checks of all processes of a test run came to: each stand-in writes lines to one file, the run reads them.
 * `GRAPH_CONFORMANCE` names the folder with Microsoft's data, `GRAPH_CONFORMANCE_REPORT` the file.
 */
export type Line =
  | { readonly kind: 'count'; readonly answers: number; readonly requests: number }
  | { readonly kind: 'failure'; readonly what: string; readonly where: string; readonly wrong: readonly string[] };

export type Report = { readonly answers: number; readonly requests: number; readonly failures: readonly string[] };

export function addLine(line: Line): void {
  const file = process.env.GRAPH_CONFORMANCE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

export function readReport(file: string): Report {
  const report = { answers: 0, requests: 0, failures: [] as string[] };
  for (const text of existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []) {
    const line = JSON.parse(text) as Line;
    if (line.kind === 'failure') report.failures.push(`${line.what} ${line.where}: ${line.wrong.join('; ')}`);
    else {
      report.answers += line.answers;
      report.requests += line.requests;
    }
  }
  return report;
}

/** The one line that a test run says about it. */
export function describeReport(folder: string | undefined, report: Report): string {
  if (!folder) return 'conformance: not run';
  const failed = new Set(report.failures).size;
  return `conformance: ${report.answers} answers and ${report.requests} request bodies checked, ${failed} kinds of failure`;
}
