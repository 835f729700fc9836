import { type Day, daysBetween } from '../../domain/calendar/day.ts';
import { type Freshness, freshnessOn } from '../../domain/evidence/freshness.ts';
import {
  type Bringer,
  type FileNews,
  findFile,
  type HeldFiles,
  isHeld,
  standingOf,
} from '../../domain/evidence/standing.ts';
import type { EvidenceState } from '../../domain/evidence/state.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import type { Evidence, EvidenceLink, Partner, Prompt } from '../../workspace/schema/lists.ts';
import { bytesKey, findTwice } from './same-bytes.ts';

export type RowState = EvidenceState | 'unregistered';

/** A row of the register: an item, or a file that nobody has registered. */
export type EvidenceRow = {
  readonly key: string;
  readonly title: string;
  readonly fileName: string | undefined;
  readonly partner: string;
  readonly partnerTitle: string;
  /** What counts, with what the library says of the file. */
  readonly state: RowState;
  readonly news: readonly FileNews[];
  /** Who brought other bytes than the register holds, where that is known. */
  readonly broughtBy?: Bringer | undefined;
  readonly freshness: Freshness;
  /** Days since a gap's day has passed, or 0. */
  readonly lateDays: number;
  /** In bytes; missing where there is no file. */
  readonly size: number | undefined;
  readonly owner: string | undefined;
  readonly changed: { readonly at: string; readonly by: string };
  /** The prompts that it supports: uid, code, `FD-A1`, and words. */
  readonly prompts: readonly { readonly uid: string; readonly code: string; readonly title: string }[];
  /** Whether another row holds the same bytes. */
  readonly isDuplicate: boolean;
  /** Everything that can be found, in small letters: a key press only looks through it. */
  readonly text: string;
  readonly item?: Evidence | undefined;
  readonly unregistered?: UnregisteredFile | undefined;
};

type LibraryFile = {
  readonly name: string;
  readonly size: number;
  readonly changed: Bringer;
  readonly parentId?: string | undefined;
  readonly hash?: string | undefined;
};

export type RowSources = {
  readonly partners: readonly Partner[];
  /** Of all themes. */
  readonly prompts: readonly Prompt[];
  readonly evidence: readonly Evidence[];
  readonly links: readonly EvidenceLink[];
  readonly unregistered: readonly UnregisteredFile[];
  /** The library by file id; missing while it has not been read. */
  readonly files: HeldFiles<LibraryFile> | undefined;
  /** Uids of the partners that this person works for. */
  readonly ownPartners: ReadonlySet<string>;
  /** The theme to show; missing for all of them. */
  readonly theme: string | undefined;
  readonly today: Day;
  /** The day that freshness is counted to. */
  readonly countedTo: Day;
};

/** Unregistered files first, since they wait for somebody; then the register, in no order of its own. */
export function toEvidenceRows(sources: RowSources): readonly EvidenceRow[] {
  const { theme, today, countedTo } = sources;
  const partnerTitles = new Map(sources.partners.map((partner) => [partner.uid, partner.title]));
  const prompts = new Map(sources.prompts.map((prompt) => [prompt.uid, prompt]));
  const links = indexLinks(sources.links, prompts);
  const isTwice = findTwice(sources);
  const freshness = rememberFreshness(countedTo);
  const titleOf = (partner: string) => partnerTitles.get(partner) ?? partner;
  const rows: EvidenceRow[] = [];
  for (const file of sources.unregistered) {
    if (theme === undefined || file.theme === theme) rows.push(toLooseRow(file, titleOf(file.partner), isTwice));
  }
  for (const item of sources.evidence) {
    const linked = links.get(item.uid) ?? none;
    if (theme !== undefined && item.theme !== theme && !linked.some((prompt) => prompt.theme === theme)) continue;
    const file = toFile(item, sources.files);
    const isDuplicate = isTwice(bytesKey(item, sources.files));
    const isReader = !sources.ownPartners.has(item.partner);
    const partnerTitle = titleOf(item.partner);
    rows.push(keptRow(item, { file, isReader, linked, partnerTitle, today, countedTo, isDuplicate }, freshness));
  }
  return rows;
}

const none: readonly never[] = [];

function toLooseRow(file: UnregisteredFile, partnerTitle: string, isTwice: (key?: string) => boolean): EvidenceRow {
  const { item } = file;
  return {
    key: `file ${item.id}`,
    title: item.name,
    fileName: item.name,
    partner: file.partner,
    partnerTitle,
    state: 'unregistered',
    news: none,
    freshness: 'not known',
    lateDays: 0,
    size: item.size,
    owner: undefined,
    changed: item.changed,
    prompts: none,
    isDuplicate: isTwice(item.hash),
    text: `${item.name} ${partnerTitle}`.toLowerCase(),
    unregistered: file,
  };
}

/** What is not there, and what counts no more, has no age to mind. */
const ageless: ReadonlySet<EvidenceState> = new Set(['needed', 'superseded', 'expired']);

/** What a row says beside its item. */
type ItemFacts = {
  /** As the library has it now: what the register says of it may be old. */
  readonly file: LibraryFile | null | undefined;
  readonly isReader: boolean;
  readonly linked: readonly Prompt[];
  readonly partnerTitle: string;
  readonly today: Day;
  readonly countedTo: Day;
  readonly isDuplicate: boolean;
};

/** Each item's row as it was last made: of thousands, a change makes anew only those that it touches. */
const made = new WeakMap<Evidence, { readonly facts: ItemFacts; readonly row: EvidenceRow }>();

function keptRow(item: Evidence, facts: ItemFacts, freshness: (item: Evidence) => Freshness): EvidenceRow {
  const known = made.get(item);
  if (known && isSame(known.facts, facts)) return known.row;
  const row = toItemRow(item, facts, freshness);
  made.set(item, { facts, row });
  return row;
}

function isSame(one: ItemFacts, other: ItemFacts): boolean {
  return (
    one.file === other.file &&
    one.isReader === other.isReader &&
    one.partnerTitle === other.partnerTitle &&
    one.today === other.today &&
    one.countedTo === other.countedTo &&
    one.isDuplicate === other.isDuplicate &&
    one.linked.length === other.linked.length &&
    one.linked.every((prompt, at) => prompt === other.linked[at])
  );
}

function toItemRow(item: Evidence, facts: ItemFacts, freshness: (item: Evidence) => Freshness): EvidenceRow {
  const { file, linked, partnerTitle, today } = facts;
  const standing = standingOf(item, file, facts);
  const codes = linked.map((prompt) => prompt.code).join(' ');
  const fileName = file?.name ?? item.fileName;
  const words = [item.title, fileName, item.note, partnerTitle, codes, item.owner?.name, item.kindOf];
  return {
    key: item.uid,
    title: item.title,
    fileName,
    partner: item.partner,
    partnerTitle,
    state: standing.state,
    news: standing.news,
    broughtBy: standing.broughtBy,
    // What is not there is neither current nor stale.
    freshness: ageless.has(item.state) || !isHeld(standing) ? 'not known' : freshness(item),
    lateDays: item.state === 'needed' && item.dueOn !== undefined ? Math.max(0, daysBetween(item.dueOn, today)) : 0,
    size: file?.size ?? item.size,
    owner: item.owner?.name,
    changed: file && file.changed.at > item.changed.at ? file.changed : item.changed,
    prompts: linked,
    isDuplicate: facts.isDuplicate,
    text: words.filter(Boolean).join(' ').toLowerCase(),
    item,
  };
}

function toFile({ file, drive }: Evidence, files: RowSources['files']): LibraryFile | null | undefined {
  return drive === undefined ? findFile(files, file) : undefined;
}

function indexLinks(links: readonly EvidenceLink[], prompts: ReadonlyMap<string, Prompt>) {
  const index = new Map<string, Prompt[]>();
  for (const link of links) {
    const prompt = prompts.get(link.prompt);
    if (prompt === undefined) continue;
    const known = index.get(link.evidence);
    if (known === undefined) index.set(link.evidence, [prompt]);
    else known.push(prompt);
  }
  return index;
}

/** Many items share their dates: each pair of them is worked out once. */
function rememberFreshness(on: Day): (item: Evidence) => Freshness {
  const known = new Map<string, Freshness>();
  return (item) => {
    const key = `${item.periodTo} ${item.reviewBy} ${item.untilReview}`;
    const found = known.get(key) ?? freshnessOn(item, on);
    known.set(key, found);
    return found;
  };
}
