import { assessmentKey } from '../domain/checklist/keys.ts';
import { toHref } from '../session/href.ts';
import type { Partnership } from '../session/use-partnership.ts';
import { workspaceLists } from '../workspace/schema/lists.ts';
import type { Edit } from '../workspace/sync/edit.ts';
import type { Pause } from '../workspace/sync/pause.ts';

/** What a change is about, in words, and where it can be looked at. */
export function describeEdit(
  edit: Pick<Edit, 'list' | 'uid' | 'kind' | 'values'>,
  known: Pick<Partnership, 'prompts' | 'partners' | 'evidence'> | undefined,
): { readonly title: string; readonly href: string | undefined } {
  if (edit.list === 'assessments') {
    for (const prompt of known?.prompts ?? []) {
      const partner = known?.partners.find((entry) => assessmentKey(prompt.uid, entry.uid) === edit.uid);
      if (partner === undefined) continue;
      const href = toHref({ screen: 'checklist', assessment: edit.uid });
      return { title: `${prompt.code}, ${partner.title}`, href };
    }
  }
  if (edit.list === 'evidence') {
    const title = known?.evidence.find((item) => item.uid === edit.uid)?.title ?? toText(edit.values.title);
    return { title: title ?? 'An evidence item', href: toHref({ screen: 'evidence', item: edit.uid }) };
  }
  const name = toText(edit.values.title);
  const list = workspaceLists.find((entry) => entry.name === edit.list)?.title.replace(/^JTAI /, '') ?? edit.list;
  return { title: name === undefined ? list : `${list}: ${name}`, href: undefined };
}

/** Where a change stands, and why it waits. */
export function standingWords(standing: Edit['standing'], pause: Pause | undefined): string {
  switch (standing.is) {
    case 'clash':
      return `${standing.clash.by} changed the same at the same time. Choose whose is kept.`;
    case 'removed':
      return 'Somebody removed it in the meantime.';
    case 'refused':
      return standing.why;
    default:
      return pause === undefined ? 'On its way.' : pauseWords[pause.why];
  }
}

const pauseWords: Readonly<Record<Pause['why'], string>> = {
  'asked-to-wait': 'Microsoft 365 asked us to wait. It goes by itself.',
  offline: 'You are offline. It goes by itself when you are connected.',
  'signed-out': 'You are signed out. It goes when you have signed in.',
  'no-answer': 'Microsoft 365 did not answer. It is tried again by itself.',
};

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
