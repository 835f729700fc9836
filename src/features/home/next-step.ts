import { assessmentKey } from '../../domain/checklist/keys.ts';
import { redsWithoutAction } from '../../domain/checklist/red-without-action.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Rights } from '../../session/use-rights.ts';

export type NextStep = {
  readonly title: string;
  readonly why: string;
  readonly button: string;
  readonly href: string;
};

type Facts = {
  readonly partnership: Pick<Partnership, 'partners' | 'columns' | 'prompts' | 'assessments' | 'evidence' | 'actions'>;
  readonly rights: Pick<Rights, 'isCoordinator' | 'ownPartners'>;
  /** Partners' uids of files that are in a folder and in no row. */
  readonly unregistered: readonly string[];
};

/** The one thing that helps most, for this person: what nobody else can see comes first, then what is not rated. */
export function findNextStep({ partnership, rights, unregistered }: Facts): NextStep | undefined {
  const { partners, columns, prompts, assessments, evidence, actions } = partnership;
  const mine = partners.filter((partner) => rights.isCoordinator || rights.ownPartners.includes(partner.uid));

  const loose = mine.find((partner) => unregistered.includes(partner.uid));
  if (loose !== undefined) {
    const count = unregistered.filter((uid) => uid === loose.uid).length;
    return {
      title: `Register ${count === 1 ? '1 file' : `${count} files`} for ${loose.title}`,
      why: 'In the folder, but nobody has registered it: until then it supports no prompt.',
      button: count === 1 ? 'See the file' : 'See the files',
      href: toHref({ screen: 'evidence', rows: { list: 'unregistered', partner: loose.uid } }),
    };
  }

  const red = redsWithoutAction([...assessments.values()], actions)
    .map((row) => ({
      row,
      prompt: prompts.find(({ uid }) => uid === row.prompt),
      partner: mine.find(({ uid }) => uid === row.partner),
    }))
    .find(({ prompt, partner }) => prompt !== undefined && partner !== undefined);
  if (red?.prompt !== undefined && red.partner !== undefined) {
    return {
      title: `Give ${red.prompt.code} an action for ${red.partner.title}`,
      why: `${red.prompt.title}. It is red, with no action and no word on why not.`,
      button: 'Add the action',
      href: toHref({ screen: 'checklist', assessment: red.row.uid }),
    };
  }

  const needed = evidence.find((item) => item.state === 'needed' && mine.some((p) => p.uid === item.partner));
  if (needed !== undefined) {
    return {
      title: `Find: ${needed.title}`,
      why: `Needed from ${partners.find((p) => p.uid === needed.partner)?.title}, not there yet.`,
      button: 'Open the item',
      href: toHref({ screen: 'evidence', item: needed.uid }),
    };
  }

  // The partner with most left to rate first; a lead has one.
  const left = mine
    .filter((partner) => columns.includes(partner))
    .map((partner) => ({
      partner,
      open: prompts.filter((prompt) => assessments.get(assessmentKey(prompt.uid, partner.uid))?.verdict === undefined),
    }))
    .filter((entry) => entry.open.length > 0)
    .toSorted((one, other) => other.open.length - one.open.length)[0];
  const first = left?.open[0];
  if (left === undefined || first === undefined) return undefined;
  return {
    title: `Rate ${first.code} for ${left.partner.title}`,
    why: `${first.title}. ${left.open.length === 1 ? 'The last one' : `${left.open.length} of ${prompts.length}`} not rated.`,
    button: 'Give a verdict',
    href: toHref({ screen: 'checklist', assessment: assessmentKey(first.uid, left.partner.uid) }),
  };
}
