import type { PackId } from '../../src/themes/packs.ts';
import type { Answer } from './answers.ts';
import type { DemoFile } from './documents.ts';
import type { PartnerUid } from './half-finished.ts';
import type { Needed } from './needed.ts';
import type { Promised } from './promises.ts';

/** How far the partnership has come with one theme. */
export type Story = {
  readonly pack: PackId;
  readonly answers: readonly Answer[];
  /** Where each partner has looked. */
  readonly sources: { readonly [partner in PartnerUid]: readonly string[] };
  readonly promised: readonly Promised[];
  readonly files: readonly DemoFile[];
  readonly needed: readonly Needed[];
  /** Files of another theme, and the prompts of this one that they support as well. */
  readonly shared: readonly {
    readonly name: string;
    readonly partner: PartnerUid;
    readonly prompts: readonly string[];
  }[];
};
