import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { themeKey } from '../../domain/checklist/keys.ts';
import { lastCycle } from '../../domain/themes.ts';
import type { PackLine } from '../../services/own-packs.ts';
import { Notice } from '../../ui/notice.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import type { Theme } from '../../workspace/schema/lists.ts';
import { useThemeStyles } from './theme-styles.ts';
import type { Adding, Made } from './use-add-theme.ts';

type Props = {
  readonly lines: readonly PackLine[];
  readonly themes: readonly Theme[];
  /** The theme whose next cycle is to be made; missing for any theme. */
  readonly cycleOf: Theme | undefined;
  readonly year: number;
  readonly adding: Adding;
  readonly onDone: (made: Made) => void;
  readonly onCancel: () => void;
};

/** Adds a theme, or the next cycle of one, which brings the last one's answers with it. */
export function ThemeAdd({ lines, themes, cycleOf, year: thisYear, adding, onDone, onCancel }: Props) {
  const styles = useThemeStyles();
  const [pack, setPack] = useState(cycleOf?.pack ?? lines[0]?.id ?? '');
  const [typed, setTyped] = useState(String(cycleOf === undefined ? thisYear : cycleOf.year + 1));
  const [brings, setBrings] = useState(true);
  const form = useRef<HTMLFormElement>(null);
  const year = Number(typed);
  const fault = /^20\d\d$/.test(typed) ? undefined : 'Give a year, like 2027.';
  const last = lastCycle(themes, { pack, year });
  const newest = lines.find(({ id }) => id === pack)?.version;
  const there = themes.find((theme) => theme.uid === themeKey(pack, year));

  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (fault !== undefined) return;
    const made = await adding.run({ pack, year, last: brings ? last : undefined });
    if (made) onDone(made);
  }

  return (
    <form ref={form} className={styles.form} aria-label="Add a theme" onSubmit={add}>
      <div className={styles.fields}>
        <Field
          label="Theme"
          className={styles.grow}
          {...(there === undefined &&
            newest !== undefined && { hint: `From version ${newest} of its pack, the newest here.` })}
        >
          <Select value={pack} onChange={(_, { value }) => setPack(value)}>
            {lines.map((line) => (
              <option key={line.id} value={line.id}>
                {line.title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Year" className={styles.year} {...(fault !== undefined && { validationMessage: fault })}>
          <Input
            className={styles.fill}
            value={typed}
            inputMode="numeric"
            maxLength={4}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      </div>
      {last !== undefined && (
        <Checkbox
          checked={brings}
          onChange={(_, { checked }) => setBrings(checked === true)}
          label={`Bring forward answers, evidence links and open actions from ${last.title} ${last.year}. Each is marked until somebody confirms it.`}
        />
      )}
      {there && !adding.progress && (
        <p className={styles.text}>
          This theme is there already, in version {there.packVersion} of its pack. What is missing of that version is
          made, nothing is changed. To bring in a newer version, upgrade the theme.
        </p>
      )}
      {adding.sentence !== undefined && <Notice kind="warning">{adding.sentence}</Notice>}
      {adding.progress && (
        <div>
          <ThinBar done={adding.progress.done} label="Making the theme" words={adding.progress.words} />
          <p className={styles.small}>{adding.progress.words}</p>
        </div>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={adding.progress !== undefined}>
          {adding.sentence === undefined ? 'Add theme' : 'Try again'}
        </Button>
        <Button onClick={onCancel}>{adding.progress === undefined ? 'Cancel' : 'Close'}</Button>
      </div>
    </form>
  );
}
