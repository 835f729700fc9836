import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { partnerFolders } from '../../domain/folders.ts';
import { mayWorkFor } from '../../domain/roles.ts';
import { registerFile, type Section } from '../../services/evidence-files.ts';
import { useDrafts } from '../../session/drafts.ts';
import { toSentence } from '../../session/sentence.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner } from '../../workspace/schema/lists.ts';
import { type QueuedFile, queueOf, summarise, type Target } from './queue.ts';

export type Adding = ReturnType<typeof useAddFiles>;

/** Adding files: for whom this person may, where they go, and what has become of each. */
export function useAddFiles({ partners, theme }: Partnership, shownPartner: string) {
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const { memberships } = useRights();
  const queue = queueOf(workspace, drafts);
  const files = useSyncExternalStore(queue.subscribe, queue.files);
  const picker = useRef<HTMLInputElement>(null);
  const partnerSelect = useRef<HTMLSelectElement>(null);
  const [chosenPartner, setChosenPartner] = useState<string | undefined>();
  const [section, setSection] = useState<Section>(partnerFolders[0]);
  const [sentence, setSentence] = useState<string | undefined>();
  const [registering, setRegistering] = useState<string | undefined>();

  const mayAddFor = useCallback((partner: string) => mayWorkFor(partner, memberships), [memberships]);
  const mine: readonly Partner[] = useMemo(
    () => partners.filter((partner) => mayWorkFor(partner.uid, memberships)),
    [partners, memberships],
  );
  // One partner of one's own is not a question; several are, unless the list shows one of them only.
  const partner =
    mine.find((entry) => entry.uid === (chosenPartner ?? shownPartner)) ?? (mine.length === 1 ? mine[0] : undefined);
  const target: Target | undefined = useMemo(
    () =>
      partner && theme ? { partner: partner.uid, partnerTitle: partner.title, theme: theme.uid, section } : undefined,
    [partner, theme, section],
  );

  async function add(chosen: readonly File[]): Promise<void> {
    if (chosen.length === 0) return;
    if (target === undefined) {
      setSentence(
        mine.length === 0 ? 'Leads, deputies and the coordinator add files.' : 'Choose whose files these are first.',
      );
      partnerSelect.current?.focus();
      return;
    }
    setSentence(undefined);
    await queue.add(chosen, target);
    announce(summarise(queue.files()));
  }

  return {
    partners: mine,
    partner,
    section,
    target,
    files,
    picker,
    partnerSelect,
    sentence,
    registering,
    mayAddFor,
    setSection,
    setPartner(uid: string) {
      setSentence(undefined);
      setChosenPartner(uid === '' ? undefined : uid);
    },
    add,
    /** Opens the browser's own window for files, or asks for the partner first. */
    choose() {
      if (target === undefined) {
        setSentence('Choose whose files these are first.');
        partnerSelect.current?.focus();
        return;
      }
      picker.current?.click();
    },
    async again(entry: QueuedFile, whenTaken?: 'keep-both') {
      queue.drop(entry.id);
      await queue.add([entry.file], entry.target, whenTaken);
      announce(summarise(queue.files()));
    },
    /** Sends the file that a gap waits for. */
    fill(gap: { readonly uid: string; readonly partner: string; readonly theme?: string }, file: File) {
      const owner = partners.find((entry) => entry.uid === gap.partner);
      const ofTheme = gap.theme ?? theme?.uid;
      if (owner === undefined || ofTheme === undefined) return;
      const to = { partner: owner.uid, partnerTitle: owner.title, theme: ofTheme, section, fills: gap.uid };
      void queue.add([file], to).then(() => announce(summarise(queue.files())));
    },
    drop: queue.drop,
    clearEnded: queue.clearEnded,
    async register({ item, partner: owner, theme: ofTheme }: UnregisteredFile): Promise<void> {
      setSentence(undefined);
      setRegistering(item.id);
      try {
        await registerFile(workspace, { item, partner: owner, theme: ofTheme });
        announce(`${item.name} is registered as a draft.`);
      } catch (error) {
        setSentence(`${item.name} was not registered. ${toSentence(error)}`);
      } finally {
        setRegistering(undefined);
      }
    },
  };
}
