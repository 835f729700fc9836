import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { registerAddress } from '../../services/evidence-items.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useIsHere } from '../../ui/use-is-here.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { AddressField, RegisteredNotice, useFileAddress } from './address-field.tsx';
import { titleFault } from './item-fields.ts';
import { type LibraryFile, LibraryPicker } from './library-picker.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { TitleField } from './title-field.tsx';
import { PartnerField, useMyPartners } from './tool-fields.tsx';

type Props = { readonly partnership: Partnership; readonly onClose: () => void };

/** Registers a file where it lies, by its address or from the folders of the library; nothing is copied. */
export function LinkPanel({ partnership, onClose }: Props) {
  const { theme, evidence } = partnership;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { open } = useSession();
  const mine = useMyPartners(partnership);
  const address = useFileAddress(evidence);
  const { url, found, isShare } = address;
  const [title, setTitle] = useState('');
  const [partner, setPartner] = useState(mine.length === 1 ? (mine[0]?.uid ?? '') : '');
  const [chosen, setChosen] = useState<LibraryFile | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const isHere = useIsHere();
  const loose = useUnregistered();
  // A file in a partner's folder is that partner's.
  const owner = loose.state === 'ready' ? loose.files.find((each) => each.item.id === chosen?.id)?.partner : undefined;
  const [wasHeld, setHeld] = useState(false);
  const registered = chosen && evidence.find((item) => item.file === chosen.id);
  // While it is being registered its row comes: the panel that waits for that stays.
  function choose(file: LibraryFile) {
    setHeld(evidence.some((item) => item.file === file.id));
    setChosen(file);
  }

  if (chosen !== undefined && !wasHeld && theme !== undefined) {
    return (
      <RegisterPanel
        partnership={partnership}
        file={chosen}
        partner={owner ?? partner}
        theme={theme.uid}
        onClose={onClose}
      />
    );
  }

  function show(item: Evidence) {
    onClose();
    open({ screen: 'evidence', item: item.uid });
  }

  function type(text: string) {
    address.setText(text);
    setChosen(undefined);
  }

  async function register() {
    if (url === undefined || theme === undefined) return;
    setProblem(undefined);
    try {
      const row = await registerAddress(workspace, { url, title, partner, theme: theme.uid });
      announce(`${row.title} is registered as a draft.`);
      // Who has closed the panel meanwhile is at something else.
      if (isHere()) show(row);
    } catch (error) {
      setProblem(toSentence(error));
    }
  }

  return (
    <SidePanel
      above="Evidence"
      title="Register a file where it is"
      onClose={onClose}
      foot={
        url !== undefined &&
        found === undefined && (
          <Button
            appearance="primary"
            disabledFocusable={titleFault(title) !== undefined || partner === ''}
            onClick={register}
          >
            Register the address
          </Button>
        )
      }
    >
      {registered !== undefined && <RegisteredNotice item={registered} onOpen={show} />}
      {problem !== undefined && (
        <Notice kind="danger" lead="Not registered.">
          {problem}
        </Notice>
      )}
      <AddressField
        address={{ ...address, setText: type }}
        label="Address of the file"
        verb="Choose this file"
        onChoose={choose}
        onOpen={show}
      />
      {url !== undefined && found === undefined && (
        <>
          <TitleField label="Title" value={title} onChange={setTitle} />
          <PartnerField partnership={partnership} value={partner} onChange={setPartner} />
        </>
      )}
      {(address.text.trim() === '' || (isShare && found === undefined)) && <LibraryPicker onChoose={choose} />}
    </SidePanel>
  );
}
