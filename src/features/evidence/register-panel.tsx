import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { type RegisterFile, registerFile } from '../../services/evidence-files.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { formatSize } from './size.ts';
import { KindField, PartnerField, useMyPartners } from './tool-fields.tsx';
import { kindsIn, usePack } from './use-kinds.ts';

type Props = {
  readonly partnership: Partnership;
  readonly file: RegisterFile['item'];
  readonly partner: string;
  readonly theme: string;
  readonly onClose: () => void;
};

/** Makes the item of a file that lies in the library: three questions, all of which can be answered later. */
export function RegisterPanel({ partnership, file, partner: owner, theme, onClose }: Props) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { open, openOutside } = useSession();
  const mine = useMyPartners(partnership);
  const kinds = kindsIn(usePack(partnership.themes.find((entry) => entry.uid === theme)));
  const [title, setTitle] = useState(file.name.replace(/\.[^.]{1,10}$/, '') || file.name);
  const [partner, setPartner] = useState(mine.find(({ uid }, _, all) => uid === owner || all.length === 1)?.uid ?? '');
  const [kindOf, setKind] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();

  async function register() {
    setBusy(true);
    setProblem(undefined);
    const kind = kinds.find((each) => each.name === kindOf);
    try {
      const row = await registerFile(workspace, {
        item: file,
        partner,
        theme,
        facts: { title: title.trim(), ...(kind && { kindOf, untilReview: kind.untilReview }) },
      });
      announce(`${row.title} is registered as a draft.`);
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
              disabledFocusable={isBusy || partner === '' || title.trim() === ''}
              onClick={register}
            >
              {isBusy ? 'Registering' : 'Register as evidence'}
            </Button>
          )}
          <Button onClick={() => openOutside(file.webUrl)}>Open in the library</Button>
        </>
      }
    >
      <span>
        {formatSize(file.size)}, put there by {file.created.by}. The file stays where it is.
      </span>
      {problem !== undefined && (
        <Notice kind="danger" lead="Not registered.">
          {problem}
        </Notice>
      )}
      {mine.length === 0 ? (
        <Notice kind="info">The leads and deputies of the partners register files.</Notice>
      ) : (
        <>
          <Field label="Title" required>
            <Input value={title} maxLength={255} onChange={(_, { value }) => setTitle(value)} />
          </Field>
          <PartnerField partnership={partnership} value={partner} onChange={setPartner} />
          <KindField kinds={kinds} value={kindOf} onChange={setKind} />
        </>
      )}
    </SidePanel>
  );
}
