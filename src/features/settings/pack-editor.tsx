import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { nextVersion, saveOwnPack, usedPromptIds } from '../../services/own-packs.ts';
import { versionsOf } from '../../services/theme-packs.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import { tidyPack, toEmptyPack } from '../../themes/pack-edit.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRows, useWorkspace } from '../../workspace/hooks.ts';
import { packs, prompts } from '../../workspace/schema/lists.ts';
import { type PackDraft, packDraftKey, toPackDraft } from './pack-draft.ts';
import { PackEditorFaults } from './pack-editor-faults.tsx';
import { PackFacts } from './pack-facts.tsx';
import { type EditorFault, findEditorFaults, type PackPart } from './pack-faults.ts';
import { newPackId } from './pack-id.ts';
import type { Shown } from './pack-items.tsx';
import { PackList } from './pack-list.tsx';
import { PackPartTabs } from './pack-part-tabs.tsx';
import { PackPrompts } from './pack-prompts.tsx';
import { type RefusedKeys, RefusedKeysContext } from './refused-keys.ts';
import { useThemeStyles } from './theme-styles.ts';

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
  const [part, setPart] = useState<PackPart>('facts');
  const [shown, setShown] = useState<Shown | undefined>();
  /** Counts the refusals, so that each of them takes the focus. */
  const [refusals, setRefusals] = useState(0);
  const [said, setSaid] = useState<readonly EditorFault[]>([]);
  const pack = draft?.values.pack ?? (start.state === 'ready' ? start.pack : undefined);
  const isSending = draft?.state === 'sending';
  const tabs = useRef<HTMLDivElement>(null);
  const toNamed = (of: ThemePack) => tidyPack(id === undefined ? { ...of, id: newPackId(workspace, of.title) } : of);
  // What is put right leaves the list at once; what is only begun is no fault until saving is tried again.
  const found = said.length > 0 && pack ? findEditorFaults(toNamed(pack)) : [];
  // Where it stands may have changed since.
  const faults = said.flatMap((one) =>
    one.part === undefined ? one : (found.find(({ sentence }) => sentence === one.sentence) ?? []),
  );

  // As the draft has it now: a field may refuse a key and change the pack at one stroke.
  const refusedNow = () => (drafts.get(draftKey)?.values as PackDraft | undefined)?.refused;
  const change = (next: ThemePack) => drafts.set(draftKey, toPackDraft({ pack: next, refused: refusedNow() }));
  const refusedKeys: RefusedKeys = {
    get: (place) => draft?.values.refused?.[place],
    set: (place, typed) => {
      const { [place]: before, ...others } = refusedNow() ?? {};
      if (!pack || before === typed) return;
      drafts.set(
        draftKey,
        toPackDraft({ pack, refused: typed === undefined ? others : { ...others, [place]: typed } }),
      );
    },
  };

  function refuse(why: readonly EditorFault[]) {
    setSaid(why);
    setRefusals((count) => count + 1);
  }

  async function save() {
    if (!pack || isSending) return;
    const named = toNamed(pack);
    const wrong = findEditorFaults(named);
    if (wrong.length > 0) return refuse(wrong);
    drafts.set(draftKey, toPackDraft({ pack, refused: refusedNow() }, 'sending'));
    try {
      const kept = await saveOwnPack(workspace, named);
      if (kept.outcome === 'refused') {
        change(pack);
        return refuse([{ part: undefined, path: [], sentence: kept.sentence }]);
      }
      drafts.drop(draftKey);
      onSaved(
        `${named.title}, version ${named.version}, is ${kept.outcome === 'saved' ? 'saved' : 'kept here and sent when Microsoft 365 can be reached'}.`,
      );
    } catch (error) {
      change(pack);
      refuse([{ part: undefined, path: [], sentence: toSentence(error) }]);
    }
  }

  return (
    <BigDialog
      isTall
      title={id === undefined ? 'Write a pack' : `Edit ${pack?.title ?? 'a pack'}`}
      onClose={onClose}
      foot={
        <>
          <PackEditorFaults
            faults={faults}
            refusals={refusals}
            onShow={({ part: where = part, path }) => {
              setPart(where);
              setShown({ at: path[0] === where ? path[1] : undefined });
              tabs.current?.querySelector<HTMLElement>(`[data-part=${where}], select`)?.focus();
            }}
          />
          <p className={styles.small} style={{ marginRight: 'auto' }}>
            {draft === undefined
              ? 'Saving makes a new version. Themes keep theirs until you upgrade them.'
              : 'Not saved yet. What you typed is kept when you close this.'}
          </p>
          {draft !== undefined && (
            <Button
              className={styles.footButton}
              onClick={() => {
                drafts.drop(draftKey);
                setSaid([]);
                announce('Your changes are let go.');
              }}
            >
              Let my changes go
            </Button>
          )}
          <Button
            appearance="primary"
            className={styles.footButton}
            disabledFocusable={draft === undefined || isSending}
            onClick={() => void save()}
          >
            Save version {pack?.version}
          </Button>
        </>
      }
    >
      {!pack && start.state === 'waiting' && <LoadingRows what="the pack" />}
      {!pack && start.state === 'failed' && (
        <Notice kind="danger" lead="The pack could not be read.">
          Close this and try again.
        </Notice>
      )}
      {pack && (
        <RefusedKeysContext value={refusedKeys}>
          <PackPartTabs
            ref={tabs}
            part={part}
            onPart={(next) => {
              setPart(next);
              setShown(undefined);
            }}
          />
          {part === 'facts' && <PackFacts pack={pack} faults={faults} onChange={change} />}
          {part === 'prompts' && (
            <PackPrompts pack={pack} used={used} faults={faults} shown={shown} onChange={change} />
          )}
          {part !== 'facts' && part !== 'prompts' && (
            <PackList key={part} part={part} pack={pack} faults={faults} shown={shown} onChange={change} />
          )}
        </RefusedKeysContext>
      )}
    </BigDialog>
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
