import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { PackPrompt, ThemePack, Trust } from '../../themes/pack-schema.ts';
import { sayLimit } from './pack-limit.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = { readonly pack: ThemePack; readonly prompt: PackPrompt; readonly onChange: (prompt: PackPrompt) => void };

/** How sure we are, as a person chooses it; a pack may hold other combinations, which then stay. */
const TRUSTS: readonly { readonly trust: readonly Trust[]; readonly words: string }[] = [
  { trust: ['verified'], words: 'Verified: the named source raises it' },
  { trust: ['verified', 'derived'], words: 'The source raises it, the detail is ours' },
  { trust: ['derived'], words: 'Our suggestion, from findings and practice' },
  { trust: ['computed'], words: 'Worked out from dated inspections or statute' },
  { trust: ['remembered'], words: 'Not verified: check against current guidance' },
];

export function PackPromptForm({ pack, prompt, onChange }: Props) {
  const styles = useThemeStyles();
  const form = useRef<HTMLDivElement>(null);
  const [source] = prompt.sources ?? [];
  const trust = prompt.trust.join(' ');
  const isKnown = TRUSTS.some((one) => one.trust.join(' ') === trust);

  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  function setSource(id: string, paragraph: string) {
    const { sources, ...rest } = prompt;
    const others = (sources ?? []).slice(1);
    const first = id === '' ? [] : [paragraph === '' ? { id } : { id, paragraph }];
    const all = [...first, ...others];
    onChange(all.length === 0 ? rest : { ...rest, sources: all });
  }

  return (
    <div ref={form} className={styles.form}>
      <Field label="Prompt" required {...sayLimit(prompt.text, 255)}>
        <Textarea
          value={prompt.text}
          rows={2}
          onChange={(_, { value }) => onChange({ ...prompt, text: value.replace(/\s*\n\s*/g, ' ') })}
        />
      </Field>
      <div className={styles.fields}>
        <Field label="Group">
          <Select value={prompt.group} onChange={(_, { value }) => onChange({ ...prompt, group: value })}>
            {pack.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="How sure we are" className={styles.grow}>
          <Select
            value={trust}
            onChange={(_, { value }) => onChange({ ...prompt, trust: value.split(' ') as PackPrompt['trust'] })}
          >
            {!isKnown && <option value={trust}>{prompt.trust.join(', ')}</option>}
            {TRUSTS.map((one) => (
              <option key={one.words} value={one.trust.join(' ')}>
                {one.words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={styles.fields}>
        <Field label="Source" className={styles.grow}>
          <Select value={source?.id ?? ''} onChange={(_, { value }) => setSource(value, source?.paragraph ?? '')}>
            <option value="">No source</option>
            {Object.entries(pack.sources).map(([id, { title }]) => (
              <option key={id} value={id}>
                {title === '' ? id : title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Paragraph" className={styles.year} {...sayLimit(source?.paragraph ?? '', 20)}>
          <Input
            className={styles.fill}
            value={source?.paragraph ?? ''}
            disabled={source === undefined}
            onChange={(_, { value }) => setSource(source?.id ?? '', value)}
          />
        </Field>
      </div>
    </div>
  );
}
