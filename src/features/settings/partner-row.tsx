import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { checkPartnerTitle } from '../../domain/partners.ts';
import type { Partner } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { ...typographyStyles.body1, marginRight: 'auto', overflowWrap: 'anywhere' },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: '6px 0', width: '100%' },
  grow: { flexGrow: 1, minWidth: '140px' },
});

type Props = {
  readonly partner: Partner;
  readonly others: readonly string[];
  readonly isBusy: boolean;
  readonly mayChange: boolean;
  readonly onRename: (title: string) => Promise<boolean>;
  readonly onRemove: () => Promise<boolean>;
};

export function PartnerRow({ partner, others, isBusy, mayChange, onRename, onRemove }: Props) {
  const styles = useStyles();
  const [mode, setMode] = useState<'read' | 'rename' | 'remove'>('read');
  const [title, setTitle] = useState(partner.title);
  const [fault, setFault] = useState<string | undefined>();
  const questionId = useId();
  const row = useRef<HTMLLIElement>(null);
  const wasOther = useRef(false);

  useEffect(() => {
    if (mode === 'read' && wasOther.current) row.current?.querySelector('button')?.focus();
    wasOther.current = mode !== 'read';
  }, [mode]);

  async function rename(event: FormEvent) {
    event.preventDefault();
    const clean = title.trim();
    const [first] = checkPartnerTitle(clean, others);
    setFault(first);
    if (first !== undefined) return;
    if (clean === partner.title || (await onRename(clean))) setMode('read');
  }

  if (mode === 'rename') {
    return (
      <li className={styles.row}>
        <form className={styles.form} onSubmit={rename}>
          <Field className={styles.grow} {...(fault !== undefined && { validationMessage: fault })}>
            <Input
              autoFocus
              aria-label={`New name of ${partner.title}`}
              value={title}
              maxLength={60}
              onChange={(_, { value }) => setTitle(value)}
              onKeyDown={({ key }) => key === 'Escape' && setMode('read')}
            />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            Save the name
          </Button>
          <Button onClick={() => setMode('read')}>Cancel</Button>
        </form>
      </li>
    );
  }
  if (mode === 'remove') {
    return (
      <li className={styles.row}>
        <div className={styles.form}>
          <span id={questionId} className={styles.name}>
            Take {partner.title} out of the checklist? Its answers, files and folders stay.
          </span>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={onRemove}>
            Take {partner.title} out
          </Button>
          <Button autoFocus aria-describedby={questionId} onClick={() => setMode('read')}>
            Cancel
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li ref={row} className={styles.row}>
      <span className={styles.name}>{partner.title}</span>
      {mayChange && (
        <>
          <Button
            appearance="subtle"
            icon={<Edit20Regular />}
            aria-label={`Rename ${partner.title}`}
            onClick={() => {
              setTitle(partner.title);
              setFault(undefined);
              setMode('rename');
            }}
          />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={`Remove ${partner.title}`}
            onClick={() => setMode('remove')}
          />
        </>
      )}
    </li>
  );
}
