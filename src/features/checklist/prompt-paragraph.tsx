import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { saveParagraph } from '../../services/prompts.ts';
import { useDraft, useDrafts } from '../../session/drafts.ts';
import { toHref } from '../../session/href.ts';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Prompt, prompts } from '../../workspace/schema/lists.ts';
import { smallLabel } from './small-label.ts';

/** The list takes so many characters. */
const LONGEST = 60;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: '160px' },
  words: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  label: { ...typographyStyles.caption1Strong, display: 'block' },
});

type ParagraphDraft = { readonly text: string; readonly seen: Prompt };

/** Where the guidance says it: the coordinator writes it, everybody reads it. */
export function PromptParagraph({ prompt, mayChange }: { readonly prompt: Prompt; readonly mayChange: boolean }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const key = `prompt ${prompt.uid}`;
  const kept = useDraft<ParagraphDraft>(key);
  const [fault, setFault] = useState<string | undefined>();
  const text = kept?.values.text ?? prompt.paragraph ?? '';

  function keep(values: ParagraphDraft, state: 'typed' | 'sending' | 'held'): void {
    drafts.set(key, {
      title: `Guidance paragraph of ${prompt.code}`,
      href: toHref({ screen: 'checklist', prompt: prompt.uid }),
      values,
      state,
      about: { list: prompts, uid: prompt.uid, wanted: { paragraph: values.text.trim() } },
    });
  }

  async function save(): Promise<void> {
    if (kept === undefined) return;
    keep(kept.values, 'sending');
    try {
      const saved = await saveParagraph(workspace, kept.values.seen, text);
      if (saved.outcome === 'saved' || saved.outcome === 'kept') {
        drafts.drop(key);
        announce('The guidance paragraph is saved.');
      } else if (saved.outcome === 'clash') {
        const { theirs } = saved;
        keep({ text, seen: theirs }, 'held');
        setFault(`${theirs.changed.by} wrote "${theirs.paragraph ?? 'nothing'}" meanwhile. Save again to keep yours.`);
      } else {
        keep(kept.values, 'held');
        setFault('Somebody removed this prompt.');
      }
    } catch (error) {
      keep(kept.values, 'held');
      setFault(`Not saved. ${toSentence(error)}`);
    }
  }

  if (!mayChange) {
    return (
      <div>
        <span className={styles.label}>Guidance paragraph</span>
        {prompt.paragraph === undefined ? (
          <p className={styles.none}>Not known yet. The coordinator can write it here.</p>
        ) : (
          <p className={styles.words}>{prompt.paragraph}</p>
        )}
      </div>
    );
  }
  return (
    <div className={styles.row}>
      <Field
        label={smallLabel('Guidance paragraph')}
        hint="Where the guidance in force says it."
        className={styles.field}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        <Input
          value={text}
          maxLength={LONGEST}
          readOnly={kept?.state === 'sending'}
          onChange={(_, { value }) => {
            setFault(undefined);
            if (value === (prompt.paragraph ?? '')) drafts.drop(key);
            else keep({ text: value, seen: kept?.values.seen ?? prompt }, 'typed');
          }}
        />
      </Field>
      {kept !== undefined && (
        <Button disabledFocusable={kept.state === 'sending'} onClick={save}>
          Save the paragraph
        </Button>
      )}
    </div>
  );
}
