import { Button, Checkbox } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { askedPartners, findAnswerers, readScope } from '../../domain/checklist/pack-scope.ts';
import { saveScope } from '../../services/themes.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Prompt, Theme } from '../../workspace/schema/lists.ts';
import { useThemeStyles } from './theme-styles.ts';
import { useSaving } from './use-saving.ts';

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  /** The theme's, also those that were withdrawn. */
  readonly prompts: readonly Prompt[];
  readonly mayChange: boolean;
};

/** Which partners the theme asks: those in the pack's scope, and those that the coordinator takes in. */
export function ThemeScope({ partnership, theme, prompts, mayChange }: Props) {
  const styles = useThemeStyles();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const { partners, links, actions } = partnership;
  const answerers = findAnswerers(prompts, { assessments: partnership.assessments.values(), links, actions });
  const asked = askedPartners(partners, readScope(theme), () => answerers);
  const name = `${theme.title} ${theme.year}`;
  const words = asked.length === partners.length ? 'all partners' : `${asked.length} of ${partners.length} partners`;

  if (!mayChange) return <p className={styles.small}>It asks {words}.</p>;
  return (
    <>
      <div ref={opener} className={styles.line}>
        <p className={styles.small} style={{ marginRight: 'auto' }}>
          It asks {words}.
        </p>
        <Button
          size="small"
          className={styles.act}
          aria-expanded={isOpen}
          aria-label={`Partners in ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          Partners
        </Button>
      </div>
      {isOpen && (
        <ScopeForm
          {...{ partners, theme, answerers, asked }}
          onClose={() => {
            setOpen(false);
            opener.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </>
  );
}

type FormProps = Pick<Partnership, 'partners'> & {
  readonly theme: Theme;
  readonly answerers: ReadonlySet<string>;
  readonly asked: Partnership['partners'];
  readonly onClose: () => void;
};

function ScopeForm({ partners, theme, answerers, asked, onClose }: FormProps) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(asked.map(({ uid }) => uid)));
  const isIn = (uid: string) => chosen.has(uid) || answerers.has(uid);
  const name = `${theme.title} ${theme.year}`;
  useEffect(() => form.current?.querySelector<HTMLElement>('input:enabled, button')?.focus(), []);

  async function save(event: FormEvent) {
    event.preventDefault();
    // Who takes part no more, or not yet, stays as it was said of them.
    const others = readScope(theme).filter((uid) => !partners.some((partner) => partner.uid === uid));
    const out = partners.flatMap(({ uid }) => (isIn(uid) ? [] : [uid]));
    const isDone = await saving.run(`The partners of ${name} are saved.`, async () => ({
      saved: await saveScope(workspace, theme, [...others, ...out]),
    }));
    if (isDone) onClose();
  }

  return (
    <form ref={form} className={styles.form} aria-label={`Partners in ${name}`} onSubmit={(event) => void save(event)}>
      <p className={styles.text}>
        Whoever is ticked has a column in the checklist and counts in its numbers. The pack says who is in scope; a
        partner with answers stays in.
      </p>
      <div className={styles.fields}>
        {partners.map(({ uid, title }) => (
          <Checkbox
            key={uid}
            label={answerers.has(uid) ? `${title}, has answers` : title}
            checked={isIn(uid)}
            disabled={answerers.has(uid)}
            onChange={(_, { checked }) => {
              const next = new Set(chosen);
              if (checked === true) next.add(uid);
              else next.delete(uid);
              setChosen(next);
            }}
          />
        ))}
      </div>
      {saving.sentence !== undefined && <Notice kind="warning">{saving.sentence}</Notice>}
      <div className={styles.actions}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={saving.isBusy || !partners.some(({ uid }) => isIn(uid))}
        >
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
