import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { fileAddressKey, isSharingLink } from '../../domain/evidence/file-address.ts';
import { registerAddress } from '../../services/evidence-items.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import { type LibraryFile, LibraryPicker } from './library-picker.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { PartnerField, useMyPartners } from './tool-fields.tsx';

type Props = { readonly partnership: Partnership; readonly onClose: () => void };

/** Registers a file where it lies, by its address or from the folders of the library; nothing is copied. */
export function LinkPanel({ partnership, onClose }: Props) {
  const { theme, evidence } = partnership;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { open } = useSession();
  const files = useFiles();
  const mine = useMyPartners(partnership);
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [partner, setPartner] = useState(mine.length === 1 ? (mine[0]?.uid ?? '') : '');
  const [chosen, setChosen] = useState<LibraryFile | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const url = /^https:\/\//i.test(address.trim()) && URL.canParse(address.trim()) ? address.trim() : undefined;
  const found = url === undefined || files.state !== 'ready' ? undefined : findByAddress(files.items.values(), url);
  // Not while it is being typed.
  const isNone = url === undefined && !'https://'.startsWith(address.trim().toLowerCase());
  const isShare = url !== undefined && isSharingLink(url);
  const loose = useUnregistered();
  // A file in a partner's folder is that partner's.
  const owner = loose.state === 'ready' ? loose.files.find((each) => each.item.id === chosen?.id)?.partner : undefined;
  const registered = chosen && evidence.find((item) => item.file === chosen.id);

  if (chosen !== undefined && registered === undefined && theme !== undefined) {
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

  async function register() {
    if (url === undefined || theme === undefined) return;
    setProblem(undefined);
    try {
      const row = await registerAddress(workspace, { url, title, partner, theme: theme.uid });
      announce(`${row.title} is registered as a draft.`);
      onClose();
      open({ screen: 'evidence', item: row.uid });
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
          <Button appearance="primary" disabledFocusable={title.trim() === '' || partner === ''} onClick={register}>
            Register the address
          </Button>
        )
      }
    >
      {registered !== undefined && (
        <Notice
          kind="info"
          lead="This file is registered already."
          actions={
            <Button
              size="small"
              onClick={() => {
                onClose();
                open({ screen: 'evidence', item: registered.uid });
              }}
            >
              Open the item
            </Button>
          }
        >
          {registered.title}
        </Notice>
      )}
      {problem !== undefined && (
        <Notice kind="danger" lead="Not registered.">
          {problem}
        </Notice>
      )}
      <Field
        label="Address of the file"
        hint="Copy it from the address bar, or from the file's details."
        {...(isNone && { validationState: 'error', validationMessage: NO_ADDRESS })}
      >
        <Input
          type="url"
          placeholder="https://"
          value={address}
          onChange={(_, { value }) => {
            setAddress(value);
            setChosen(undefined);
          }}
        />
      </Field>
      {found !== undefined && (
        <Notice
          kind="info"
          lead={found.name}
          actions={
            <Button size="small" onClick={() => setChosen(found)}>
              Choose this file
            </Button>
          }
        >
          It lies in this library.
        </Notice>
      )}
      {url !== undefined && found === undefined && (
        <>
          <AddressNotice isRead={files.state === 'ready'} isShare={isShare} />
          <Field label="Title" required>
            <Input value={title} maxLength={255} onChange={(_, { value }) => setTitle(value)} />
          </Field>
          <PartnerField partnership={partnership} value={partner} onChange={setPartner} />
        </>
      )}
      {(address.trim() === '' || (isShare && found === undefined)) && <LibraryPicker onChoose={setChosen} />}
    </SidePanel>
  );
}

const NO_ADDRESS = 'This is not the address of a file. One begins with https:// and holds no spaces.';

/** By the page's address. */
function findByAddress(items: Iterable<LibraryFile>, url: string): LibraryFile | undefined {
  const wanted = fileAddressKey(url);
  for (const item of items) if (item.kind === 'file' && fileAddressKey(item.webUrl) === wanted) return item;
  return undefined;
}

/** What is known of an address, and what that means for its checker. */
function AddressNotice({ isRead, isShare }: { readonly isRead: boolean; readonly isShare: boolean }) {
  const means =
    'Only the address is kept: an approval holds no version and no hash of it and says so, and a change is not noticed.';
  if (isShare) {
    return (
      <Notice kind="warning" lead="A sharing link does not say which file it opens.">
        If the file lies in this library, choose it from the folders below. Otherwise: {means}
      </Notice>
    );
  }
  if (!isRead) {
    return (
      <Notice kind="warning" lead="The library has not been read yet, so the file cannot be looked for in it.">
        {means}
      </Notice>
    );
  }
  return (
    <Notice kind="warning" lead="This lies outside the partnership's library.">
      {means}
    </Notice>
  );
}
