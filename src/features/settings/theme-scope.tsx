import { Button, Checkbox } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { readScope } from '../../domain/checklist/asked-partners.ts';
import { saveScope } from '../../services/themes.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner, Theme } from '../../workspace/schema/lists.ts';
import { useThemeStyles } from './theme-styles.ts';
import { useSaving } from './use-saving.ts';

type Props = {
  readonly theme: Theme;
  readonly partners: readonly Partner[];
  /** Those that have a column now. */
  readonly asked: readonly Partner[];
  /** Those for whom something is written: they stay. */
  readonly answerers: ReadonlySet<string>;
  readonly onClose: () => void;
};

/** Which partners a theme asks: those in the pack's scope, unless the coordinator takes one in or out. */
export function ThemeScope({ theme, partners, asked, answerers, onClose }: Props) {
  const styles = useThemeStyles();
  const workspace = useWorkspace();
  const saving = useSaving();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>(() => asked.map(({ uid }) => uid));
  const name = `${theme.title} ${theme.year}`;
  const open = partners.filter(({ uid }) => !answerers.has(uid));
  const staying = partners.filter(({ uid }) => answerers.has(uid)).map(({ title }) => title);
  const isNobodyLeft = staying.length === 0 && !open.some(({ uid }) => chosen.includes(uid));
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isNobodyLeft) return;
    // What is said of others stays: of those with answers, and of those who take part no more, or not yet.
    const others = readScope(theme).filter((uid) => !open.some((partner) => partner.uid === uid));
    const out = open.flatMap(({ uid }) => (chosen.includes(uid) ? [] : [uid]));
    const isDone = await saving.run(`The partners of ${name} are saved.`, async () => ({
      saved: await saveScope(workspace, theme, [...others, ...out]),
    }));
    if (isDone) onClose();
  }

  return (
    <form ref={form} className={styles.form} aria-label={`Partners in ${name}`} onSubmit={(event) => void save(event)}>
      <p className={styles.text}>
        The pack says who is in scope. Each partner in scope has a column in the checklist and counts in its numbers.
      </p>
      {open.length > 0 && (
        <div className={styles.choices}>
          {open.map(({ uid, title }) => (
            <Checkbox
              key={uid}
              label={title}
              checked={chosen.includes(uid)}
              onChange={(_, { checked }) =>
                setChosen(checked === true ? [...chosen, uid] : chosen.filter((one) => one !== uid))
              }
            />
          ))}
        </div>
      )}
      {staying.length > 0 && (
        <p className={styles.small}>
          {open.length === 0 ? 'All partners have' : `${staying.join(', ')} ${staying.length === 1 ? 'has' : 'have'}`}{' '}
          answers here, so {staying.length === 1 ? 'it stays' : 'they stay'}.
        </p>
      )}
      {isNobodyLeft && <p className={styles.small}>At least one partner stays in.</p>}
      {saving.sentence !== undefined && <Notice kind="warning">{saving.sentence}</Notice>}
      <div className={styles.actions}>
        {open.length > 0 && (
          <Button type="submit" appearance="primary" disabledFocusable={saving.isBusy || isNobodyLeft}>
            Save
          </Button>
        )}
        <Button onClick={onClose}>{open.length > 0 ? 'Cancel' : 'Close'}</Button>
      </div>
    </form>
  );
}
