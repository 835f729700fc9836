import { Button, Field, Input, Select } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { presetPartners } from '../../domain/partners.ts';
import { putDocument, removeDocument } from '../../themes/pack-edit.ts';
import type { PackDocument, ThemePack } from '../../themes/pack-schema.ts';
import { sayLimit } from './pack-limit.ts';
import { useThemeStyles } from './theme-styles.ts';

type Props = { readonly pack: ThemePack; readonly onChange: (pack: ThemePack) => void };

/** The documents usually asked of each partner; the register makes a gap of each that is not there. */
export function PackDocuments({ pack, onChange }: Props) {
  const styles = useThemeStyles();
  const [edited, setEdited] = useState<number | undefined>();
  const titles = new Map(presetPartners.map((partner) => [partner.uid, partner.title]));
  const nameOf = (uid: string | undefined) => (uid === undefined ? 'The partnership' : (titles.get(uid) ?? uid));
  const partners = [...new Set([...titles.keys(), ...pack.partners])];

  function change(document: PackDocument, at: number, next: { readonly partner?: string; readonly kind?: string }) {
    const { partner, kind } = { partner: document.partner ?? '', kind: document.kind ?? '', ...next };
    const { title, trust } = document;
    onChange(putDocument(pack, { ...(partner && { partner }), title, ...(kind && { kind }), trust }, at));
  }

  return (
    <div className={styles.editor}>
      <ul className={styles.list}>
        {pack.documents.map((document, at) => {
          const name = document.title === '' ? 'No title yet' : document.title;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document has no other key, and is only ever put at the end
            <li key={at} className={styles.row} aria-label={name}>
              <div className={styles.line}>
                <div className={styles.words}>
                  <span className={styles.text}>{name}</span>
                  <span className={styles.small}>
                    {nameOf(document.partner)}, {document.kind ?? 'no kind'}
                  </span>
                </div>
                <div className={styles.acts}>
                  <Button
                    size="small"
                    className={styles.act}
                    aria-expanded={edited === at}
                    aria-label={`${edited === at ? 'Done with' : 'Change'} ${name}`}
                    onClick={() => setEdited(edited === at ? undefined : at)}
                  >
                    {edited === at ? 'Done' : 'Change'}
                  </Button>
                  <Button
                    size="small"
                    className={styles.act}
                    aria-label={`Remove ${name}`}
                    onClick={() => {
                      setEdited(undefined);
                      onChange(removeDocument(pack, at));
                    }}
                  >
                    Remove
                  </Button>
                </div>
              </div>
              {edited === at && (
                <div className={styles.form}>
                  <Field label="Document" required {...sayLimit(document.title, 255)}>
                    <Input
                      value={document.title}
                      onChange={(_, { value }) => onChange(putDocument(pack, { ...document, title: value }, at))}
                    />
                  </Field>
                  <div className={styles.fields}>
                    <Field label="Asked of">
                      <Select
                        value={document.partner ?? ''}
                        onChange={(_, { value }) => change(document, at, { partner: value })}
                      >
                        <option value="">The partnership</option>
                        {partners.map((uid) => (
                          <option key={uid} value={uid}>
                            {nameOf(uid)}
                          </option>
                        ))}
                      </Select>
                    </Field>
                    <Field label="Kind" className={styles.grow}>
                      <Select
                        value={document.kind ?? ''}
                        onChange={(_, { value }) => change(document, at, { kind: value })}
                      >
                        <option value="">No kind</option>
                        {pack.kinds.map((kind) => (
                          <option key={kind.name}>{kind.name}</option>
                        ))}
                      </Select>
                    </Field>
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        icon={<Add20Regular />}
        className={styles.button}
        style={{ alignSelf: 'start' }}
        onClick={() => {
          setEdited(pack.documents.length);
          onChange(putDocument(pack, { title: '', trust: ['derived'] }));
        }}
      >
        Add a document
      </Button>
    </div>
  );
}
