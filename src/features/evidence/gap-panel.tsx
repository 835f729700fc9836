import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { addGap } from '../../services/evidence-items.ts';
import { toSentence } from '../../session/sentence.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { titleFault } from './item-fields.ts';
import { TitleField } from './title-field.tsx';
import { KindField, PartnerField, useMyPartners } from './tool-fields.tsx';
import { kindsIn, usePack } from './use-kinds.ts';

type Props = { readonly partnership: Partnership; readonly onClose: () => void };

/** Says that a document is needed which is not there yet, by whom and until when. */
export function GapPanel({ partnership, onClose }: Props) {
  const { theme } = partnership;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const mine = useMyPartners(partnership);
  const kinds = kindsIn(usePack(theme));
  const [title, setTitle] = useState('');
  const [partner, setPartner] = useState(mine.length === 1 ? (mine[0]?.uid ?? '') : '');
  const [owner, setOwner] = useState('');
  const [dueOn, setDue] = useState('');
  const [kindOf, setKind] = useState('');
  const [news, setNews] = useState<{ readonly kind: 'done' | 'danger'; readonly sentence: string } | undefined>();
  const people = partnership.people.filter((line) => line.person && (line.partner === partner || partner === ''));
  const owners = new Map(people.map((line) => [line.person?.id ?? '', line.person?.name ?? '']));

  async function add() {
    if (theme === undefined) return;
    const person = people.find((line) => line.person?.id === owner)?.person;
    const untilReview = kinds.find((kind) => kind.name === kindOf)?.untilReview;
    try {
      const row = await addGap(workspace, {
        title,
        partner,
        theme: theme.uid,
        owner: person,
        dueOn,
        kindOf,
        untilReview,
      });
      const sentence = `${row.title} is needed now.`;
      setNews({ kind: 'done', sentence });
      announce(sentence);
      setTitle('');
    } catch (error) {
      setNews({ kind: 'danger', sentence: `Not added. ${toSentence(error)}` });
    }
  }

  return (
    <SidePanel
      above="Evidence"
      title="Say what is needed"
      onClose={onClose}
      foot={
        <Button
          appearance="primary"
          disabledFocusable={titleFault(title) !== undefined || partner === ''}
          onClick={add}
        >
          Add what is needed
        </Button>
      }
    >
      <span>It stands in the list as needed, not there, until somebody adds the file.</span>
      <TitleField label="What is needed" value={title} onChange={setTitle} />
      <PartnerField partnership={partnership} value={partner} onChange={setPartner} />
      <Field label="Owner">
        <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
          <option value="">Nobody yet</option>
          {[...owners].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Due">
        <Input type="date" value={dueOn} onChange={(_, { value }) => setDue(value)} />
      </Field>
      <KindField kinds={kinds} value={kindOf} onChange={setKind} />
      {news !== undefined && <Notice kind={news.kind}>{news.sentence}</Notice>}
    </SidePanel>
  );
}
