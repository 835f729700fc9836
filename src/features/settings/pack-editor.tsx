import { Button, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { nextVersion, saveOwnPack, usedPromptIds } from '../../services/own-packs.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { tidyPack, toEmptyPack } from '../../themes/pack-edit.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { readPack } from '../../themes/read-pack.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { packs, prompts } from '../../workspace/schema/lists.ts';
import { PackDialog } from './pack-dialog.tsx';
import { PackDocuments } from './pack-documents.tsx';
import { type PackDraft, packDraftKey, toPackDraft } from './pack-draft.ts';
import { PackFacts } from './pack-facts.tsx';
import { newPackId } from './pack-id.ts';
import { PackKinds } from './pack-kinds.tsx';
import { PackPrompts } from './pack-prompts.tsx';
import { useThemeStyles } from './theme-styles.ts';

type Part = 'facts' | 'prompts' | 'documents' | 'kinds';

type Props = {
  /** The pack to begin from; missing for one that is written from empty. */
  readonly id: string | undefined;
  readonly onClose: () => void;
  readonly onSaved: (sentence: string) => void;
};

/** Writes a pack or changes one. Saving makes a version of its own; what is typed is kept until then. */
export function PackEditor({ id, onClose, onSaved }: Props) {
  const styles = useThemeStyles();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const workspace = useWorkspace();
  const draftKey = packDraftKey(id);
  const draft = useDraft<PackDraft>(draftKey);
  const start = useStart(id);
  const used = start.state === 'ready' ? start.used : none;
  const [part, setPart] = useState<Part>('facts');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const pack = draft?.values.pack ?? (start.state === 'ready' ? start.pack : undefined);
  const isSending = draft?.state === 'sending';
  const top = useRef<HTMLDivElement>(null);

  const change = (next: ThemePack) => drafts.set(draftKey, toPackDraft(next));

  function refuse(sentences: readonly string[]) {
    setFaults(sentences);
    announce(`Not saved. ${sentences.join(' ')}`);
    top.current?.scrollIntoView({ block: 'start' });
  }

  async function save() {
    if (!pack || isSending) return;
    const named = tidyPack(id === undefined ? { ...pack, id: newPackId(workspace, pack.title) } : pack);
    const reading = readPack(named);
    if (!reading.ok) return refuse(reading.faults);
    drafts.set(draftKey, toPackDraft(pack, 'sending'));
    try {
      const kept = await saveOwnPack(workspace, reading.pack);
      if (kept.outcome === 'refused') {
        change(pack);
        return refuse([kept.sentence]);
      }
      drafts.drop(draftKey);
      onSaved(
        `${named.title}, version ${named.version}, is ${kept.outcome === 'saved' ? 'saved' : 'kept here and sent when Microsoft 365 can be reached'}.`,
      );
    } catch (error) {
      change(pack);
      refuse([toSentence(error)]);
    }
  }

  return (
    <PackDialog
      title={id === undefined ? 'Write a pack' : `Edit ${pack?.title ?? 'a pack'}`}
      onClose={onClose}
      foot={
        <>
          <p className={styles.small} style={{ marginRight: 'auto' }}>
            {draft === undefined
              ? 'Saving makes a new version. Themes keep theirs until you upgrade them.'
              : 'Not saved yet. What you typed is kept when you close this.'}
          </p>
          {draft !== undefined && (
            <Button
              className={styles.button}
              onClick={() => {
                drafts.drop(draftKey);
                setFaults([]);
                announce('Your changes are let go.');
              }}
            >
              Let my changes go
            </Button>
          )}
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={draft === undefined || isSending}
            onClick={() => void save()}
          >
            Save version {pack?.version}
          </Button>
        </>
      }
    >
      <div ref={top}>
        {faults.length > 0 && (
          <Notice kind="danger" lead="Not saved.">
            {faults.slice(0, 10).join(' ')}
          </Notice>
        )}
      </div>
      {!pack && start.state === 'waiting' && <LoadingRows what="the pack" />}
      {!pack && start.state === 'failed' && (
        <Notice kind="danger" lead="The pack could not be read.">
          Close this and try again.
        </Notice>
      )}
      {pack && (
        <>
          <TabList
            aria-label="Parts of the pack"
            selectedValue={part}
            style={{ flexWrap: 'wrap' }}
            onTabSelect={(_, { value }) => setPart(value as Part)}
          >
            <Tab value="facts">About</Tab>
            <Tab value="prompts">Prompts</Tab>
            <Tab value="documents">Documents</Tab>
            <Tab value="kinds">Kinds of evidence</Tab>
          </TabList>
          {part === 'facts' && <PackFacts pack={pack} onChange={change} />}
          {part === 'prompts' && <PackPrompts pack={pack} used={used} onChange={change} />}
          {part === 'documents' && <PackDocuments pack={pack} onChange={change} />}
          {part === 'kinds' && <PackKinds pack={pack} onChange={change} />}
        </>
      )}
    </PackDialog>
  );
}

type Start =
  | { readonly state: 'waiting' | 'failed' }
  | { readonly state: 'ready'; readonly pack: ThemePack; readonly used: ReadonlySet<string> };

const none: ReadonlySet<string> = new Set();

/** What is edited first: the newest version under the next number, or an empty frame; and the ids that are used. */
function useStart(id: string | undefined): Start {
  const workspace = useWorkspace();
  // Somebody may bring in a version, or upgrade a theme, while this one is written.
  const rows = [useRows(packs), useRows(prompts)];
  const { today } = useSession();
  const [start, setStart] = useState<Start>({ state: 'waiting' });
  useEffect(() => {
    let isCurrent = true;
    const reading = Promise.all([
      versionsOf(workspace, id ?? 'front-door'),
      id === undefined ? none : usedPromptIds(workspace, id),
    ]);
    reading.then(
      ([known, used]) => {
        const [pack] = known;
        if (!isCurrent) return;
        if (!pack) return setStart({ state: 'failed' });
        const taken = known.map((one) => one.version);
        const date = today();
        setStart({
          state: 'ready',
          used,
          pack:
            id === undefined
              ? toEmptyPack(pack, { version: '1', date })
              : { ...pack, version: nextVersion(pack.version, taken), date },
        });
      },
      () => isCurrent && setStart({ state: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [workspace, id, today, ...rows]);
  return start;
}
