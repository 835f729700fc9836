import type { PackPrompt, ThemePack, Trust } from './pack-schema.ts';

/** A prompt as a partnership takes it over from a pack, to be edited from then on. */
export type TakenPrompt = {
  readonly code: string;
  readonly title: string;
  /** With its id in front: `A Identify and respond`. */
  readonly group: string;
  /** Counts from 1. */
  readonly position: number;
  /** How sure we are of it, in words. */
  readonly basis: string;
  readonly source?: { readonly url: string; readonly text: string };
  /** Where the theme's own guidance says it, if that is known. */
  readonly paragraph?: string;
};

/** The register keeps the basis in a column of this length. */
const MAX_BASIS = 120;

/** The pack's prompts, in its order. */
export function takePrompts(pack: ThemePack): readonly TakenPrompt[] {
  const groupName = new Map(pack.groups.map((group) => [group.id, toGroupName(group)]));
  return pack.prompts.map((prompt, index) => {
    const source = sourceOf(prompt, pack);
    const paragraph = (prompt.sources ?? []).find(({ id }) => id === pack.guidance)?.paragraph;
    return {
      code: prompt.id,
      title: prompt.text,
      group: groupName.get(prompt.group) ?? prompt.group,
      position: index + 1,
      basis: basisOf(prompt, pack),
      ...(source && { source }),
      ...(paragraph !== undefined && { paragraph }),
    };
  });
}

/** The basis of a prompt in words: who raises it, and what of it is ours. */
export function basisOf(prompt: Pick<PackPrompt, 'trust' | 'sources'>, pack: ThemePack): string {
  const names = (prompt.sources ?? []).map(({ id, paragraph }) =>
    [pack.sources[id]?.title ?? id, ...(paragraph ? [`paragraph ${paragraph}`] : [])].join(', '),
  );
  const words = `${opening(prompt.trust, names.length > 0)}${names.join('; ')}${closing(prompt.trust)}`;
  return words.length <= MAX_BASIS ? words : `${words.slice(0, MAX_BASIS - 1).trimEnd()}…`;
}

/** How sure we are of something that names no source, in words. */
export function trustWords(trust: readonly Trust[]): string {
  if (trust.includes('remembered')) return 'Not verified: check against current guidance';
  if (trust.includes('derived')) return 'Our suggestion, from findings and practice';
  return trust.includes('computed') ? 'Worked out from dated inspections or statute' : 'Verified in the named source';
}

function opening(trust: readonly Trust[], hasSources: boolean): string {
  if (!hasSources) return trustWords(trust);
  if (trust.includes('verified')) return 'Raised by: ';
  return trust.includes('computed') ? 'Worked out from: ' : 'Our suggestion, from: ';
}

function closing(trust: readonly Trust[]): string {
  if (!trust.includes('verified')) return '';
  if (trust.includes('remembered')) return '. The detail is not verified';
  return trust.includes('derived') ? '. The detail is ours' : '';
}

function toGroupName(group: ThemePack['groups'][number]): string {
  // A group whose id is the pack's own prefix says nothing by it.
  return group.id.length === 1 ? `${group.id} ${group.name}` : group.name;
}

/** The first source that can be opened. */
function sourceOf(prompt: PackPrompt, pack: ThemePack): TakenPrompt['source'] {
  const source = (prompt.sources ?? []).map(({ id }) => pack.sources[id]).find((known) => known?.url !== undefined);
  return source?.url === undefined ? undefined : { url: source.url, text: source.title };
}
