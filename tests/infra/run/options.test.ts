import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../infra/run/options.ts';

describe('the options of npm start', () => {
  it('are the demo on port 5300 when nothing is said', () => {
    expect(readOptions([])).toEqual({ port: 5300, fresh: false, empty: false, dev: false });
  });

  it('are taken as they are said', () => {
    expect(readOptions(['--port', '6300', '--fresh', '--empty'])).toEqual({
      port: 6300,
      fresh: true,
      empty: true,
      dev: false,
    });
    expect(readOptions(['--port=6300', '--dev'])).toMatchObject({ port: 6300, dev: true });
  });

  it.each(['80', '70000', 'abc', '', '65533'])('refuse the port "%s" in a sentence', (port) => {
    expect(() => readOptions(['--port', port])).toThrow('--port takes a number from 1024 to 65532');
  });

  it('refuse a word that they do not know in a sentence', () => {
    expect(() => readOptions(['--frsh'])).toThrow(/Unknown option '--frsh'.*Options are --port N/);
  });
});
