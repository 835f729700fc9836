import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { type EditorFault, sayFault } from './pack-faults.ts';
import { sayLimit } from './pack-limit.ts';
import { usePackPartners } from './pack-partners.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = {
  readonly pack: ThemePack;
  readonly faults: readonly EditorFault[];
  readonly onChange: (pack: ThemePack) => void;
};

/** What the pack is about: title, version, guidance, who inspects and who is inspected. */
export function PackFacts({ pack, faults, onChange }: Props) {
  const styles = useThemeStyles();
  const guidance = pack.sources[pack.guidance] ?? { title: '' };
  const partners = usePackPartners(pack);
  const say = (...path: readonly PropertyKey[]) => sayFault(faults, ...path);
  const setGuidance = (change: { readonly title?: string; readonly url?: string }) => {
    const { url, ...rest } = { ...guidance, ...change };
    const source = url === undefined || url === '' ? rest : { ...rest, url };
    onChange({ ...pack, sources: { ...pack.sources, [pack.guidance]: source } });
  };
  const toLines = (text: string) => text.split('\n').map((line) => line.trimStart());
  return (
    <div className={styles.editor}>
      <Field label="Title" required {...say('title')} {...sayLimit(pack.title, 80)}>
        <Input value={pack.title} onChange={(_, { value }) => onChange({ ...pack, title: value })} />
      </Field>
      <div className={styles.fields}>
        <Field label="Version" required {...say('version')} {...sayLimit(pack.version, 30)}>
          <Input value={pack.version} onChange={(_, { value }) => onChange({ ...pack, version: value })} />
        </Field>
        <Field label="Date" required {...say('date')}>
          <Input type="date" value={pack.date} onChange={(_, { value }) => onChange({ ...pack, date: value })} />
        </Field>
      </div>
      {Object.keys(pack.sources).length > 1 && (
        <Field label="Source that is the guidance" hint="The others are on the tab Sources" {...say('guidance')}>
          <Select value={pack.guidance} onChange={(_, { value }) => onChange({ ...pack, guidance: value })}>
            {Object.entries(pack.sources).map(([id, { title }]) => (
              <option key={id} value={id}>
                {title || id}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.fields}>
        <Field
          label="Guidance"
          required
          className={styles.grow}
          {...say('sources', pack.guidance, 'title')}
          {...sayLimit(guidance.title, 60, 'Its name, as it is published')}
        >
          <Input value={guidance.title} onChange={(_, { value }) => setGuidance({ title: value })} />
        </Field>
        <Field
          label="Address of the guidance"
          className={styles.grow}
          {...say('sources', pack.guidance, 'url')}
          {...sayLimit(guidance.url ?? '', 255, 'Begins with https://')}
        >
          <Input
            type="url"
            value={guidance.url ?? ''}
            onChange={(_, { value }) => setGuidance({ url: value.trim() })}
          />
        </Field>
      </div>
      <Field label="Age band" {...say('ageBand')} {...sayLimit(pack.ageBand ?? '', 120)}>
        <Input
          value={pack.ageBand ?? ''}
          onChange={(_, { value }) => {
            const { ageBand, ...rest } = pack;
            onChange(value === '' ? rest : { ...rest, ageBand: value });
          }}
        />
      </Field>
      <Field label="Inspectorates" hint="One a line" required {...say('inspectorates')}>
        <Textarea
          value={pack.inspectorates.join('\n')}
          rows={4}
          onChange={(_, { value }) => onChange({ ...pack, inspectorates: toLines(value) })}
        />
      </Field>
      <fieldset className={styles.choices}>
        <legend className={styles.heading}>Partners in scope</legend>
        {partners.map(({ uid, title }) => (
          <Checkbox
            key={uid}
            label={title}
            checked={pack.partners.includes(uid)}
            onChange={(_, { checked }) =>
              onChange({
                ...pack,
                partners: checked === true ? [...pack.partners, uid] : pack.partners.filter((one) => one !== uid),
              })
            }
          />
        ))}
        <p className={styles.small}>
          Of the partners that every partnership is offered, the others have no column in a theme, unless the
          coordinator takes them in. Partners of your own always have one.
        </p>
      </fieldset>
      <Field
        label="Not verified"
        hint="What is not known about this theme, one a line. It is shown in these words."
        {...say('notVerified')}
      >
        <Textarea
          value={pack.notVerified.join('\n')}
          rows={5}
          onChange={(_, { value }) => onChange({ ...pack, notVerified: value === '' ? [] : toLines(value) })}
        />
      </Field>
    </div>
  );
}
