import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { type FormEvent, useState } from 'react';
import { checkPartnerTitle } from '../../domain/partners.ts';
import { addPartner, removePartner, renamePartner } from '../../services/partners.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Partner } from '../../workspace/schema/lists.ts';
import { PartnerRow } from './partner-row.tsx';
import { useSaving } from './use-saving.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalM}` },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, minWidth: '160px' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = { readonly partnership: Partnership; readonly mayChange: boolean };

/** The partners, in the order of the columns: add, rename, remove. */
export function PartnersCard({ partnership, mayChange }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { today } = useSession();
  const saving = useSaving();
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const { partners } = partnership;
  const titles = partners.map((partner) => partner.title);

  async function add(event: FormEvent) {
    event.preventDefault();
    const clean = title.trim();
    const [first] = checkPartnerTitle(clean, titles);
    setFault(first);
    if (first !== undefined) return;
    if (await saving.run(`${clean} is added.`, () => addPartner(workspace, clean))) setTitle('');
  }

  function rename(partner: Partner, next: string) {
    return saving.run(`${partner.title} is now called ${next}.`, () => renamePartner(workspace, partner, next));
  }

  function remove(partner: Partner) {
    return saving.run(`${partner.title} is taken out. Its answers and files stay.`, () =>
      removePartner(workspace, partner, today()),
    );
  }

  return (
    <Card title="Partners" detail={partners.length}>
      {saving.sentence !== undefined && <Notice kind="warning">{saving.sentence}</Notice>}
      <ul className={styles.list}>
        {partners.map((partner) => (
          <PartnerRow
            key={partner.uid}
            partner={partner}
            others={titles.filter((other) => other !== partner.title)}
            isBusy={saving.isBusy}
            mayChange={mayChange}
            onRename={(next) => rename(partner, next)}
            onRemove={() => remove(partner)}
          />
        ))}
      </ul>
      {mayChange ? (
        <form className={styles.add} onSubmit={add}>
          <Field
            className={styles.grow}
            label="Another partner"
            {...(fault !== undefined && { validationMessage: fault })}
          >
            <Input
              value={title}
              maxLength={60}
              onChange={(_, { value }) => {
                setTitle(value);
                setFault(undefined);
              }}
            />
          </Field>
          <Button type="submit" icon={<Add20Regular />} disabledFocusable={saving.isBusy}>
            Add partner
          </Button>
        </form>
      ) : (
        <p className={styles.small}>The coordinator adds, renames and takes out partners.</p>
      )}
    </Card>
  );
}
