import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useContext, useState } from 'react';
import type { PackItem } from '../../themes/pack-edit.ts';
import type { PackPrompt } from '../../themes/pack-schema.ts';
import { type ItemField, toTrustValue } from './pack-fields.ts';
import { sayLimit } from './pack-limit.ts';
import { RefusedKeysContext } from './refused-keys.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = {
  readonly item: PackItem;
  readonly field: ItemField;
  /** Why it cannot be saved as it is. */
  readonly fault: string | undefined;
  readonly onChange: (item: PackItem) => void;
};

/** One field of a thing in a pack. */
export function PackItemField({ item, field, fault, onChange }: Props) {
  const styles = useThemeStyles();
  const value = item[field.field];
  const text = value === undefined ? '' : String(value);
  const set = (next: unknown) => {
    const { [field.field]: _old, ...rest } = item;
    onChange(next === undefined ? rest : { ...item, [field.field]: next });
  };
  const said = { ...(fault !== undefined && { validationMessage: fault }), ...(field.hint && { hint: field.hint }) };
  switch (field.kind) {
    case 'line':
    case 'lines': {
      const setLine = (line: string) => set(line === '' && field.optional ? undefined : line.replace(/\s*\n\s*/g, ' '));
      return (
        <Field
          label={field.label}
          required={!field.optional}
          className={field.kind === 'lines' ? styles.wide : styles.grow}
          {...said}
          {...sayLimit(text, field.max, field.hint)}
        >
          {field.kind === 'lines' ? (
            <Textarea value={text} rows={2} onChange={(_, data) => setLine(data.value)} />
          ) : (
            <Input value={text} onChange={(_, data) => setLine(data.value)} />
          )}
        </Field>
      );
    }
    case 'key':
      return <KeyField value={text} field={field} fault={fault} onChange={set} />;
    case 'choice': {
      const isTrust = field.field === 'trust';
      return (
        <Field label={field.label} className={styles.grow} {...said}>
          <Select
            value={isTrust ? toTrustValue(value) : text}
            onChange={(_, data) => set(isTrust ? data.value.split(' ') : data.value === '' ? undefined : data.value)}
          >
            {field.none !== undefined && <option value="">{field.none}</option>}
            {field.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.words}
              </option>
            ))}
          </Select>
        </Field>
      );
    }
    case 'whole':
      return (
        <Field label={field.label} required={!field.optional} className={styles.year} {...said}>
          <Input
            className={styles.fill}
            inputMode="numeric"
            value={text}
            // What is no number stays as it was typed, and is said to be none when the pack is saved.
            onChange={(_, data) =>
              set(data.value === '' ? undefined : /^\d+$/.test(data.value) ? Number(data.value) : data.value)
            }
          />
        </Field>
      );
    case 'yes-no':
      return (
        <Checkbox label={field.label} checked={value === true} onChange={(_, data) => set(data.checked === true)} />
      );
    case 'sources':
      return <SourcesField value={(value ?? []) as Named} field={field} fault={fault} onChange={set} />;
  }
}

type KeyProps = {
  readonly value: string;
  readonly field: Extract<ItemField, { kind: 'key' }>;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
};

/** Others name a thing by its key, so the pack never holds one that is empty or there twice, not while it is typed either. */
export function KeyField({ value, field, fault, onChange }: KeyProps) {
  const styles = useThemeStyles();
  const refused = useContext(RefusedKeysContext);
  const placeOf = (key: string) => `${field.of} ${key}`;
  // Spaces around a key, as they were typed; another thing may stand here now.
  const [typed, setTyped] = useState({ text: value, key: value });
  const shown = refused.get(placeOf(value)) ?? (typed.key === value ? typed.text : value);
  const why = value === '' && shown.trim() === '' ? undefined : whyNot(shown, field);
  return (
    <Field
      label={field.label}
      required
      className={field.field === 'id' ? styles.key : styles.grow}
      {...(fault !== undefined && { validationMessage: fault })}
      {...sayLimit(shown, field.max, field.hint)}
      {...(why !== undefined && { validationMessage: value === '' ? why : `${why} It stays ${value}.` })}
    >
      <Input
        className={styles.fill}
        value={shown}
        onChange={(_, data) => {
          const key = data.value.trim();
          const isFree = whyNot(key, field) === undefined;
          setTyped(isFree ? { text: data.value, key } : { text: value, key: value });
          refused.set(placeOf(value), isFree ? undefined : data.value);
          if (isFree) onChange(key);
        }}
      />
    </Field>
  );
}

function whyNot(typed: string, { taken, label }: KeyProps['field']): string | undefined {
  if (typed.trim() === '') return `It needs ${label === 'Id' ? 'an id' : 'a name'}.`;
  return taken.has(typed.trim()) ? `${typed.trim()} is taken.` : undefined;
}

type Named = NonNullable<PackPrompt['sources']>;

type SourcesProps = {
  readonly value: Named;
  readonly field: Extract<ItemField, { kind: 'sources' }>;
  readonly fault: string | undefined;
  readonly onChange: (value: Named | undefined) => void;
};

/** The sources of a prompt or a step, each with the paragraph if it is known. */
function SourcesField({ value, field, fault, onChange }: SourcesProps) {
  const styles = useThemeStyles();
  const put = (at: number, id: string, paragraph = '') => {
    const next = id === '' ? [] : [paragraph === '' ? { id } : { id, paragraph }];
    const all = value.toSpliced(at, 1, ...next);
    onChange(all.length === 0 ? undefined : all);
  };
  // The last line is the one to add another with.
  return [...value, { id: '' }].map(({ id, paragraph = '' }: Named[number], at) => {
    const number = value.length === 0 ? '' : ` ${at + 1}`;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a source may be named twice, with two paragraphs
      <div key={at} className={styles.fields}>
        <Field
          label={`Source${number}`}
          className={styles.grow}
          {...(fault !== undefined && at === 0 && { validationMessage: fault })}
        >
          <Select value={id} onChange={(_, data) => put(at, data.value, paragraph)}>
            <option value="">{at === value.length && at > 0 ? 'No other source' : 'No source'}</option>
            {field.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.words}
              </option>
            ))}
          </Select>
        </Field>
        {id !== '' && (
          <Field label={`Paragraph${number}`} className={styles.year} {...sayLimit(paragraph, 20)}>
            <Input className={styles.fill} value={paragraph} onChange={(_, data) => put(at, id, data.value)} />
          </Field>
        )}
      </div>
    );
  });
}
