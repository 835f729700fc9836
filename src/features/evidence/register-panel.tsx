import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { type RegisterFile, registerFound } from '../../services/register-file.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import { titleFault } from './item-fields.ts';
import { SameFile } from './same-file.tsx';
import { formatSize } from './size.ts';
import { TitleField } from './title-field.tsx';
import { KindField, PartnerField, useMyPartners } from './tool-fields.tsx';
import { kindsIn, usePack } from './use-kinds.ts';

type Props = {
  readonly partnership: Partnership;
  readonly file: RegisterFile['item'];
  readonly partner: string;
  readonly theme: string;
  readonly onClose: () => void;
};

/** Makes the item of a file that lies in the library, or gives it to a gap that waits for it; all of it can be changed later. */
export function RegisterPanel({ partnership, file, partner: owner, theme, onClose }: Props) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { open, openOutside } = useSession();
  const { evidence } = partnership;
  const mine = useMyPartners(partnership);
  const kinds = kindsIn(usePack(partnership.themes.find((entry) => entry.uid === theme)));
  const [title, setTitle] = useState(file.name.replace(/\.[^.]{1,10}$/, '') || file.name);
  const [partner, setPartner] = useState(mine.find(({ uid }, _, all) => uid === owner || all.length === 1)?.uid ?? '');
  const [kindOf, setKind] = useState('');
  const [fills, setFills] = useState('');
  const gaps = evidence
    .filter((item) => item.state === 'needed' && item.partner === partner)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
  const gap = gaps.find((item) => item.uid === fills);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const isHere = useIsHere();

  async function register() {
    setBusy(true);
    setProblem(undefined);
    const kind = kinds.find((each) => each.name === kindOf);
    try {
      const row = await registerFound(workspace, {
        item: file,
        partner,
        theme,
        fills: gap?.uid,
        facts: { title: title.trim(), ...(kind && { kindOf, untilReview: kind.untilReview }) },
      });
      announce(gap === undefined ? `${row.title} is registered as a draft.` : `${row.title} has its file now.`);
      // Who has closed the panel meanwhile is at something else.
      if (!isHere()) return;
      onClose();
      open({ screen: 'evidence', item: row.uid });
    } catch (error) {
      setProblem(toSentence(error));
      setBusy(false);
    }
  }

  return (
    <SidePanel
      above="Not registered yet"
      title={file.name}
      onClose={onClose}
      foot={
        <>
          {mine.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={isBusy || partner === '' || (gap === undefined && titleFault(title) !== undefined)}
              onClick={register}
            >
              {isBusy ? 'Registering' : gap === undefined ? 'Register as evidence' : 'Use it for what is needed'}
            </Button>
          )}
          <Button onClick={() => openOutside(file.webUrl)}>Open in the library</Button>
        </>
      }
    >
      <span>
        {formatSize(file.size)}, put there by {file.created.by}. The file stays where it is.
      </span>
      <SameFile partnership={partnership} of={file} onLeave={onClose} />
      {problem !== undefined && (
        <Notice kind="danger" lead="Not registered.">
          {problem}
        </Notice>
      )}
      {mine.length === 0 ? (
        <Notice kind="info">The leads and deputies of the partners register files.</Notice>
      ) : (
        <>
          <PartnerField partnership={partnership} value={partner} onChange={setPartner} />
          {gaps.length > 0 && (
            <Field
              label="Is it something that is needed?"
              hint={gap === undefined ? null : 'It gets this file, and keeps its title, its owner and its prompts.'}
            >
              <Select value={gap?.uid ?? ''} onChange={(_, { value }) => setFills(value)}>
                <option value="">No, it is new in the list</option>
                {gaps.map(({ uid, title: needed }) => (
                  <option key={uid} value={uid}>
                    {needed}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {gap === undefined && (
            <>
              <TitleField label="Title" value={title} onChange={setTitle} />
              <KindField kinds={kinds} value={kindOf} onChange={setKind} />
            </>
          )}
        </>
      )}
    </SidePanel>
  );
}
