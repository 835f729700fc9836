import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { putKind, removeKind } from '../../themes/pack-edit.ts';
import type { ThemePack } from '../../themes/pack-schema.ts';
import { sayLimit } from './pack-limit.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = { readonly pack: ThemePack; readonly onChange: (pack: ThemePack) => void };

/** The kinds of evidence. One that holds until its review, like a policy, does not grow stale by its period. */
export function PackKinds({ pack, onChange }: Props) {
  const styles = useThemeStyles();
  return (
    <div className={styles.editor}>
      <ul className={styles.list}>
        {pack.kinds.map((kind, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its name is being typed, so it is no key
          <li key={at} className={styles.row} aria-label={kind.name === '' ? 'No name yet' : kind.name}>
            <div className={styles.line}>
              <Field label={`Kind ${at + 1}`} className={styles.grow} {...sayLimit(kind.name, 120)}>
                <Input
                  value={kind.name}
                  onChange={(_, { value }) => onChange(putKind(pack, { ...kind, name: value }, at))}
                />
              </Field>
              <Checkbox
                label="Holds until its review"
                checked={kind.untilReview}
                onChange={(_, { checked }) => onChange(putKind(pack, { ...kind, untilReview: checked === true }, at))}
              />
              <Button
                className={styles.button}
                aria-label={`Remove ${kind.name}`}
                onClick={() => onChange(removeKind(pack, at))}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button
        icon={<Add20Regular />}
        className={styles.button}
        style={{ alignSelf: 'start' }}
        onClick={() => onChange(putKind(pack, { name: '', untilReview: false, trust: ['derived'] }))}
      >
        Add a kind
      </Button>
    </div>
  );
}
