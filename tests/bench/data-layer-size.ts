import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const LAYER = /\/src\/workspace\/(?:store|sync|cache)\/|\/node_modules\/idb\/|\0/;

/** Bytes of the store, the cache and the sync with idb, bundled alone, after brotli. */
export async function weighDataLayer(root: string): Promise<number> {
  const entries = ['store/workspace', 'cache/forget'].map((name) => `${root}src/workspace/${name}.ts`);
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      rolldownOptions: {
        input: entries,
        preserveEntrySignatures: 'strict',
        external: (id, importer) => importer !== undefined && !isOfLayer(id, importer),
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  return outputs.reduce((sum, file) => sum + (file.type === 'chunk' ? brotliCompressSync(file.code).length : 0), 0);
}

function isOfLayer(id: string, importer: string): boolean {
  if (id === 'idb' || LAYER.test(id)) return true;
  return id.startsWith('.') && LAYER.test(new URL(id, `file://${importer}`).pathname);
}
