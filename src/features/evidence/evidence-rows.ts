import type { EvidenceState } from '../../domain/evidence/state.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import type { Evidence, EvidenceLink, Partner, Prompt } from '../../workspace/schema/lists.ts';

export type RowState = EvidenceState | 'unregistered';

/** A row of the register: an item, or a file that nobody has registered. */
export type EvidenceRow = {
  readonly key: string;
  readonly title: string;
  readonly fileName: string | undefined;
  readonly partner: string;
  readonly partnerTitle: string;
  readonly state: RowState;
  /** In bytes; missing where there is no file. */
  readonly size: number | undefined;
  readonly changed: { readonly at: string; readonly by: string };
  /** Ids of the prompts that it supports, `FD-A1`. */
  readonly codes: readonly string[];
  readonly unregistered?: UnregisteredFile | undefined;
};

export type EvidenceFilter = {
  readonly find: string;
  readonly partner: string;
  readonly state: RowState | '';
};

export const noFilter: EvidenceFilter = { find: '', partner: '', state: '' };

type Sources = {
  readonly partners: readonly Partner[];
  readonly prompts: readonly Prompt[];
  readonly evidence: readonly Evidence[];
  readonly links: readonly EvidenceLink[];
  readonly unregistered: readonly UnregisteredFile[];
};

/** Unregistered files first, since they wait for somebody; then the register, last changed first. */
export function toEvidenceRows({ partners, prompts, evidence, links, unregistered }: Sources): readonly EvidenceRow[] {
  const partnerTitles = new Map(partners.map((partner) => [partner.uid, partner.title]));
  const codes = new Map(prompts.map((prompt) => [prompt.uid, prompt.code]));
  const loose = unregistered.map(
    (file): EvidenceRow => ({
      key: `file ${file.item.id}`,
      title: file.item.name,
      fileName: file.item.name,
      partner: file.partner,
      partnerTitle: partnerTitles.get(file.partner) ?? file.partner,
      state: 'unregistered',
      size: file.item.size,
      changed: file.item.changed,
      codes: [],
      unregistered: file,
    }),
  );
  const items = evidence
    .map(
      (item): EvidenceRow => ({
        key: item.uid,
        title: item.title,
        fileName: item.fileName,
        partner: item.partner,
        partnerTitle: partnerTitles.get(item.partner) ?? item.partner,
        state: item.state,
        size: item.size,
        changed: item.changed,
        codes: links.flatMap((link) => (link.evidence === item.uid ? [codes.get(link.prompt) ?? link.prompt] : [])),
      }),
    )
    .toSorted((one, other) => other.changed.at.localeCompare(one.changed.at) || one.title.localeCompare(other.title));
  return [...loose, ...items];
}

/** Rows with every word that was typed somewhere in title, file, partner or prompts. */
export function matchEvidence(rows: readonly EvidenceRow[], filter: EvidenceFilter): readonly EvidenceRow[] {
  const words = filter.find.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.partner !== '' && row.partner !== filter.partner) return false;
    if (filter.state !== '' && row.state !== filter.state) return false;
    const text = `${row.title} ${row.fileName ?? ''} ${row.partnerTitle} ${row.codes.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
