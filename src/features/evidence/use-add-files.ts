import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { londonDay } from '../../domain/calendar/london.ts';
import { offerFileName } from '../../domain/evidence/file-name.ts';
import { partnerFolders } from '../../domain/folders.ts';
import { mayWorkFor } from '../../domain/roles.ts';
import type { Section } from '../../services/evidence-files.ts';
import { linkEvidence } from '../../services/evidence-links.ts';
import {
  type Added,
  type Chosen,
  fileQueueOf,
  type Place,
  type QueuedFile,
} from '../../services/file-queue/file-queue.ts';
import { isWhose } from '../../services/file-queue/find-awaited.ts';
import { type LeftBehind, readPasted } from '../../services/file-queue/read-dropped.ts';
import { registerFound } from '../../services/register-file.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner } from '../../workspace/schema/lists.ts';
import { addedWords, type Counts, endWords, type News, unknownWords } from './added-words.ts';
import { useFileQueue } from './use-file-queue.ts';
import { usePaste } from './use-paste.ts';

export type Adding = ReturnType<typeof useAddFiles>;

/** Adding files: for whom this person may, where they go, and what has become of each. */
export function useAddFiles({ partners, theme }: Partnership, shownPartner: string) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { clock, today } = useSession();
  const { memberships } = useRights();
  const { queue, snapshot } = useFileQueue();
  const picker = useRef<HTMLInputElement>(null);
  const partnerSelect = useRef<HTMLSelectElement>(null);
  /** Where the partner is chosen; it opens by itself where that has to be asked. */
  const ways = useRef<HTMLDivElement>(null);
  const [chosenPartner, setChosenPartner] = useState<string | undefined>();
  const [section, setSection] = useState<Section>(partnerFolders[0]);
  const [naming, setNaming] = useState<Naming>('own');
  const [news, setNews] = useState<News | undefined>();
  const [registering, setRegistering] = useState<string | undefined>();

  const mayAddFor = useCallback((partner: string) => mayWorkFor(partner, memberships), [memberships]);
  const mine: readonly Partner[] = useMemo(
    () => partners.filter((partner) => mayWorkFor(partner.uid, memberships)),
    [partners, memberships],
  );
  // One partner of one's own is not a question; several are, unless the list shows one of them only.
  const partner =
    mine.find((entry) => entry.uid === (chosenPartner ?? shownPartner)) ?? (mine.length === 1 ? mine[0] : undefined);
  const toPlace = useCallback(
    (owner: Partner | undefined): Place | undefined =>
      owner && theme ? { partner: owner.uid, partnerTitle: owner.title, theme: theme.uid, section } : undefined,
    [theme, section],
  );
  const target = useMemo(() => toPlace(partner), [toPlace, partner]);
  /** They wait until it is said whose they are. */
  const held = useMemo(() => (snapshot?.files ?? []).filter(isWhose), [snapshot]);
  useAnnounceEnd(snapshot?.totals, announce);

  /** What was left out is said; what could not be added is the caller's to know. */
  async function add(chosen: readonly Chosen[], left: LeftBehind = nothingLeft): Promise<void> {
    if (chosen.length + left.emptyFolders.length + left.unreadable.length === 0) return;
    if (mine.length === 0)
      return setNews({ kind: 'warning', sentence: 'Leads, deputies and the coordinator add files.' });
    if (theme === undefined)
      return setNews({ kind: 'warning', sentence: 'Files are added to a theme, and there is none yet.' });
    // The list of files may still be read: what was dropped in that moment waits for it.
    const list = await fileQueueOf(workspace);
    if (target === undefined) return say(await list.hold(chosen, { theme: theme.uid, section }), left);
    const named = chosen.map((each) => ({ ...each, name: toName(each.file.name, each.file.lastModified, target) }));
    say(await list.add(named, target), left);
  }

  function toName(name: string, changed: number, to: Place): string {
    if (naming === 'own') return name;
    const day = londonDay(new Date(changed).toISOString());
    return offerFileName(name, { partner: to.partnerTitle, day, today: today() });
  }

  function say(added: Added, left: LeftBehind): void {
    const words = addedWords(added, left);
    setNews(words.problem);
    announce(words.news);
  }

  function askWhose(): void {
    if (mine.length === 0) return;
    if (ways.current?.matches(':popover-open') === false) ways.current.showPopover();
    partnerSelect.current?.focus();
  }

  /** Opens the browser's own window, or asks for the partner first. */
  function open(isFolder: boolean): void {
    if (target === undefined) {
      setNews({ kind: 'warning', sentence: 'Choose whose files these are first.' });
      askWhose();
      return;
    }
    if (!picker.current) return;
    picker.current.webkitdirectory = isFolder;
    picker.current.click();
  }

  usePaste((files) => void add(readPasted(files, clock())));

  return {
    queue,
    snapshot,
    partners: mine,
    partner,
    section,
    naming,
    target,
    picker,
    partnerSelect,
    ways,
    news,
    held,
    registering,
    mayAddFor,
    setSection,
    setNaming,
    setPartner(uid: string) {
      setNews(undefined);
      setChosenPartner(uid === '' ? undefined : uid);
    },
    /** Says whose the files are that wait for it. */
    goOnFor(uid: string) {
      const place = toPlace(mine.find((entry) => entry.uid === uid));
      if (place === undefined) return;
      setChosenPartner(uid);
      for (const { id, marks } of held) {
        queue?.answer([id], { say: 'whose', place, name: toName(marks.name, marks.changed, place) });
      }
    },
    giveUpHeld: () => queue?.cancel(held.map(({ id }) => id)),
    add,
    choose: () => open(false),
    chooseFolder: () => open(true),
    /** Files that the list waits for, and no others. */
    async chooseAgain(chosen: readonly Chosen[], line?: string): Promise<void> {
      const added = await queue?.chooseAgain(chosen, line);
      if (added === undefined) return;
      const unknown = unknownWords(added.unknown);
      setNews(unknown === undefined ? undefined : { kind: 'warning', sentence: unknown });
      announce(addedWords(added, nothingLeft).news);
    },
    /** Sends the file that a gap waits for; where there is one, as a new version of it as it was seen. */
    fill(
      item: { readonly uid: string; readonly partner: string; readonly theme?: string },
      file: File,
      replaces?: Seen,
    ) {
      const owner = partners.find((entry) => entry.uid === item.partner);
      const ofTheme = item.theme ?? theme?.uid;
      if (owner === undefined || ofTheme === undefined) return;
      const to = { partner: owner.uid, partnerTitle: owner.title, theme: ofTheme, section };
      const place: Place = replaces === undefined ? { ...to, gap: item.uid } : { ...to, renews: item.uid };
      void fileQueueOf(workspace)
        .then((list) => list.add([{ file, folders: [], replaces }], place))
        .then((added) => say(added, nothingLeft));
    },
    /** The same file is in the register: that one supports the prompt, and this one is not sent. */
    async link({ id, place, standing }: QueuedFile): Promise<void> {
      const item = standing.is === 'asks' && standing.question.is === 'same-content' && standing.question.evidence;
      if (!item || place.prompt === undefined) return;
      try {
        await linkEvidence(workspace, { evidence: item, prompt: place.prompt, partner: place.partner });
        queue?.cancel([id]);
        announce('Linked. The file was not sent again.');
      } catch (error) {
        setNews({ kind: 'danger', sentence: `It was not linked. ${toSentence(error)}` });
      }
    },
    async register({ item, partner: owner, theme: ofTheme }: UnregisteredFile): Promise<void> {
      setNews(undefined);
      setRegistering(item.id);
      try {
        await registerFound(workspace, { item, partner: owner, theme: ofTheme });
        announce(`${item.name} is registered as a draft.`);
      } catch (error) {
        setNews({ kind: 'danger', sentence: `${item.name} was not registered. ${toSentence(error)}` });
      } finally {
        setRegistering(undefined);
      }
    },
  };
}

type Seen = Chosen['replaces'];

const nothingLeft: LeftBehind = { emptyFolders: [], unreadable: [] };

/** Files keep their own names, or get one by partner, title and date, which keeps a folder in order. */
export type Naming = 'own' | 'pattern';

/** The end of a drop is spoken, and what still needs the person whenever that changes. */
function useAnnounceEnd(totals: Counts | undefined, announce: (words: string) => void): void {
  const before = useRef<Counts | undefined>(undefined);
  useEffect(() => {
    if (totals === undefined) return;
    const words = endWords(before.current, totals);
    before.current = totals;
    if (words !== undefined) announce(words);
  }, [totals, announce]);
}
