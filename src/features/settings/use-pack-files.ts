import { useState } from 'react';
import { proposeFolderName } from '../../domain/evidence/file-name.ts';
import { saveOwnPack, takePackAway } from '../../services/own-packs.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { toSentence } from '../../session/sentence.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { saveFile } from './save-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type PackNews =
  /** `leftOut` is what of a file was not taken, by its places. */
  | {
      readonly kind: 'done';
      readonly sentence: string;
      readonly leftOut?: readonly string[] | undefined;
      /** A pack that was taken away, and can be put back. */
      readonly takenAway?: ThemePack;
    }
  /** Nothing was changed. */
  | { readonly kind: 'failed'; readonly sentence: string }
  /** The file is not right: what is wrong, and where. */
  | {
      readonly kind: 'bad-file';
      readonly file: string;
      readonly faults: readonly { readonly where: string; readonly words: string }[];
    };

/** Packs out to files and in from them. What reads and writes workbooks is fetched when it is first needed. */
export function usePackFiles() {
  const workspace = useWorkspace();
  const [news, setNews] = useState<PackNews | undefined>();
  const [isBusy, setBusy] = useState(false);

  /** What became of it; it is said on the card too. */
  async function work(of: () => Promise<PackNews>): Promise<PackNews | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setNews(undefined);
    const became = await of().catch((error: unknown) => ({
      kind: 'failed' as const,
      sentence: `${toSentence(error)} Nothing was changed. Try again.`,
    }));
    setNews(became);
    setBusy(false);
    return became;
  }

  const bringIn = (file: File) =>
    work(async () => {
      const { readPackFile } = await import('../../documents/pack-file.ts');
      const reading = await readPackFile(new Uint8Array(await file.arrayBuffer()));
      if (!reading.ok) return { kind: 'bad-file', file: file.name, faults: reading.faults };
      const kept = await saveOwnPack(workspace, reading.pack);
      if (kept.outcome === 'refused') return { kind: 'failed', sentence: `${kept.sentence} Nothing was changed.` };
      const { title, version, prompts } = reading.pack;
      return {
        kind: 'done',
        leftOut: reading.leftOut,
        sentence: `${title}, version ${version}, is here, with ${prompts.length} benchmark ${prompts.length === 1 ? 'prompt' : 'prompts'}.`,
      };
    });

  const takeAway = (pack: ThemePack) =>
    work(async () => {
      const why = await takePackAway(workspace, pack);
      if (why !== undefined) return { kind: 'failed', sentence: why };
      return { kind: 'done', sentence: `${pack.title}, version ${pack.version}, is taken away.`, takenAway: pack };
    });

  const putBack = (pack: ThemePack) =>
    work(async () => {
      const kept = await saveOwnPack(workspace, pack);
      if (kept.outcome === 'refused') return { kind: 'failed', sentence: kept.sentence };
      return { kind: 'done', sentence: `${pack.title}, version ${pack.version}, is back.` };
    });

  /** The newest version of a pack by its id, or the very one that is given. */
  const takeOut = (of: string | ThemePack, as: 'xlsx' | 'json') =>
    work(async () => {
      const pack = typeof of === 'string' ? (await versionsOf(workspace, of))[0] : of;
      if (!pack) return { kind: 'failed', sentence: 'This pack could not be read.' };
      const name = `${proposeFolderName(`${pack.title} pack ${pack.version}`)}.${as}`;
      if (as === 'xlsx') {
        const { toPackWorkbook } = await import('../../documents/pack-workbook.ts');
        saveFile(name, await toPackWorkbook(pack), XLSX);
      } else {
        const { toPackJson } = await import('../../documents/pack-file.ts');
        saveFile(name, toPackJson(pack), 'application/json');
      }
      return { kind: 'done', sentence: `${name} is in your downloads.` };
    });

  return { news, isBusy, bringIn, takeOut, takeAway, putBack, say: setNews };
}
