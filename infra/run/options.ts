import { parseArgs } from 'node:util';

export type StartOptions = {
  readonly port: number;
  readonly fresh: boolean;
  readonly empty: boolean;
  readonly dev: boolean;
};

/** A sentence for the person instead of options. */
export class BadOption extends Error {}

/** Reads `--port N --fresh --empty --dev`. Throws `BadOption`. */
export function readOptions(args: readonly string[]): StartOptions {
  const { port, ...rest } = parse(args);
  if (!/^\d+$/.test(port) || Number(port) < 1024 || Number(port) > 65_532) {
    throw new BadOption(`--port takes a number from 1024 to 65532, because four ports in a row are used; not ${port}.`);
  }
  return { port: Number(port), ...rest };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '5300' },
        fresh: { type: 'boolean', default: false },
        empty: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new BadOption(`${reason}. Options are --port N, --fresh and --empty.`);
  }
}
