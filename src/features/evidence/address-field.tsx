import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import {
  documentOf,
  fileAddressKey,
  isOfSite,
  isSharingLink,
  linkedAddressKey,
} from '../../domain/evidence/file-address.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFiles, useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { LibraryFile } from './library-picker.tsx';

/** An address that somebody pastes, and what is known of it. */
export type FileAddress = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Missing while it is none. */
  readonly url: string | undefined;
  readonly isNone: boolean;
  readonly isShare: boolean;
  /** Whether the library has been read, so that the file can be looked for in it. */
  readonly isRead: boolean;
  /** In the partnership's own site, where the library may have it. */
  readonly isOwn: boolean;
  /** It is being looked for in what the library holds by now. */
  readonly isAsking: boolean;
  /** The file of the library that lies there. */
  readonly found: LibraryFile | undefined;
  /** The same of a folder. */
  readonly folder: LibraryFile | undefined;
  /** The item that holds the same file or the same address. */
  readonly known: Evidence | undefined;
};

export function useFileAddress(evidence: readonly Evidence[]): FileAddress {
  const files = useFiles();
  const workspace = useWorkspace();
  const [asked, setAsked] = useState<string | undefined>();
  const [text, setText] = useState('');
  const typed = text.trim();
  const url = /^https:\/\//i.test(typed) && URL.canParse(typed) ? typed : undefined;
  const items = files.state === 'ready' ? files.items : undefined;
  const lies = useMemo(() => (url && items ? findByAddress(items.values(), url) : undefined), [items, url]);
  const found = lies?.kind === 'file' ? lies : undefined;
  const home = items?.get(workspace.info.homeFolder)?.webUrl;
  const isOwn = url !== undefined && home !== undefined && isOfSite(url, home);
  const isToAsk = isOwn && lies === undefined && !isSharingLink(url) && asked !== url;
  // What was put there a moment ago is not known here before the library is asked.
  useEffect(() => {
    if (!isToAsk) return undefined;
    let isWanted = true;
    void workspace.pull().finally(() => isWanted && setAsked(url));
    return () => {
      isWanted = false;
    };
  }, [workspace, isToAsk, url]);
  const known = useMemo(() => {
    if (url === undefined) return undefined;
    const key = linkedAddressKey(url);
    const isSame = ({ file, address }: Evidence) =>
      file === undefined ? address !== undefined && linkedAddressKey(address.url) === key : file === found?.id;
    return evidence.find(isSame);
  }, [evidence, url, found]);
  return {
    ...{ text, setText, url, found, known, isOwn, isAsking: isToAsk },
    folder: lies?.kind === 'folder' ? lies : undefined,
    // Not while it is being typed.
    isNone: url === undefined && !'https://'.startsWith(typed.toLowerCase()),
    isShare: url !== undefined && isSharingLink(url),
    isRead: items !== undefined,
  };
}

/** By the page's address, or by the document's id, with which SharePoint begins what it calls its version. */
function findByAddress(items: Iterable<LibraryFile>, url: string): LibraryFile | undefined {
  const wanted = fileAddressKey(url);
  const document = documentOf(url);
  for (const item of items) {
    if (fileAddressKey(item.webUrl) === wanted) return item;
    if (
      document &&
      item.version
        .toLowerCase()
        .replace(/^[^0-9a-f]*/, '')
        .startsWith(document)
    )
      return item;
  }
  return undefined;
}

type Props = {
  readonly address: FileAddress;
  readonly label: string;
  /** On the button that takes the file that lies at the address. */
  readonly verb: string;
  readonly isBusy?: boolean;
  readonly onChoose: (file: LibraryFile) => void;
  readonly onOpen: (item: Evidence) => void;
};

/** Where an address is pasted, and below it what lies there and what that means. */
export function AddressField({ address, label, verb, isBusy = false, onChoose, onOpen }: Props) {
  const { text, setText, url, isNone, found, known } = address;
  return (
    <>
      <Field
        label={label}
        hint="Copy it from the address bar, or from the file's details."
        {...(isNone && { validationState: 'error', validationMessage: NO_ADDRESS })}
      >
        <Input type="url" placeholder="https://" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      {known !== undefined && <RegisteredNotice item={known} isAddress={found === undefined} onOpen={onOpen} />}
      {found !== undefined && known === undefined && (
        <Notice
          kind="info"
          lead={found.name}
          actions={
            <Button size="small" disabledFocusable={isBusy} onClick={() => onChoose(found)}>
              {verb}
            </Button>
          }
        >
          It lies in this library.
        </Notice>
      )}
      {url !== undefined && found === undefined && <AddressNotice {...address} />}
    </>
  );
}

const NO_ADDRESS = 'This is not the address of a file. One begins with https:// and holds no spaces.';

type RegisteredProps = {
  readonly item: Evidence;
  /** Only the address is held. */
  readonly isAddress?: boolean;
  readonly onOpen: (item: Evidence) => void;
};

export function RegisteredNotice({ item, isAddress = false, onOpen }: RegisteredProps) {
  return (
    <Notice
      kind="info"
      lead={`This ${isAddress ? 'address' : 'file'} is registered already.`}
      actions={
        <Button size="small" onClick={() => onOpen(item)}>
          Open the item
        </Button>
      }
    >
      {item.title}
    </Notice>
  );
}

/** What is known of an address, and what that means for its checker. */
function AddressNotice({ isRead, isShare, isOwn, isAsking, folder }: FileAddress) {
  const means =
    'Only the address is kept: an approval holds no version and no hash of it and says so, and a change is not noticed.';
  if (isAsking) return <Notice kind="info">Looking for it in the library.</Notice>;
  if (folder !== undefined) {
    return (
      <Notice kind="warning" lead={`${folder.name} is a folder of this library, not a file.`}>
        Give the address of one file in it. {means}
      </Notice>
    );
  }
  if (isShare) {
    return (
      <Notice kind="warning" lead="A sharing link does not say which file it opens.">
        If the file lies in this library, choose it from the folders below. For a file that lies elsewhere:{' '}
        {means.charAt(0).toLowerCase() + means.slice(1)}
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
    <Notice
      kind="warning"
      lead={
        isOwn
          ? 'It lies in this site, but the library shows you no file there.'
          : "This lies outside the partnership's library."
      }
    >
      {means}
    </Notice>
  );
}
