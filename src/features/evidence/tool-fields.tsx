import { Field, Select } from '@fluentui/react-components';
import { mayWorkFor } from '../../domain/roles.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import type { Kind } from './use-kinds.ts';

type PartnerProps = {
  readonly partnership: Partnership;
  readonly value: string;
  readonly onChange: (partner: string) => void;
};

/** Whose it is: one of those that this person works for. */
export function PartnerField({ partnership, value, onChange }: PartnerProps) {
  const mine = useMyPartners(partnership);
  return (
    <Field label="Partner" required>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {value === '' && <option value="">Choose a partner</option>}
        {mine.map((partner) => (
          <option key={partner.uid} value={partner.uid}>
            {partner.title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

export function useMyPartners({ partners }: Partnership): Partnership['partners'] {
  const { memberships } = useRights();
  return partners.filter(({ uid }) => mayWorkFor(uid, memberships));
}

type KindProps = { readonly kinds: readonly Kind[]; readonly value: string; readonly onChange: (kind: string) => void };

export function KindField({ kinds, value, onChange }: KindProps) {
  return (
    <Field label="Kind">
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">Not said</option>
        {kinds.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
