import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build-parts.ts';

export type ToolResult = { readonly isGood: boolean; readonly output: string };

const TOOLS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** Runs a tool on this very Node and keeps what it says, to be shown only when it fails. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<ToolResult> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, TOOLS[tool]), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ isGood: code === 0, output })));
}
