import { Button, Field, Input } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { fileAddressKey, isSharingLink, linkedAddressKey } from '../../domain/evidence/file-address.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFiles } from '../../workspace/hooks.ts';
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
  /** The file of the library that lies there. */
  readonly found: LibraryFile | undefined;
  /** The item that holds the same file or the same address. */
  readonly known: Evidence | undefined;
};

export function useFileAddress(evidence: readonly Evidence[]): FileAddress {
  const files = useFiles();
  const [text, setText] = useState('');
  const typed = text.trim();
  const url = /^https:\/\//i.test(typed) && URL.canParse(typed) ? typed : undefined;
  const items = files.state === 'ready' ? files.items : undefined;
  const found = useMemo(() => (url && items ? findByAddress(items.values(), url) : undefined), [items, url]);
  const known = useMemo(() => {
    if (url === undefined) return undefined;
    const key = linkedAddressKey(url);
    const isSame = ({ file, address }: Evidence) =>
      file === undefined ? address !== undefined && linkedAddressKey(address.url) === key : file === found?.id;
    return evidence.find(isSame);
  }, [evidence, url, found]);
  return {
    ...{ text, setText, url, found, known },
    // Not while it is being typed.
    isNone: url === undefined && !'https://'.startsWith(typed.toLowerCase()),
    isShare: url !== undefined && isSharingLink(url),
    isRead: items !== undefined,
  };
}

/** By the page's address. */
function findByAddress(items: Iterable<LibraryFile>, url: string): LibraryFile | undefined {
  const wanted = fileAddressKey(url);
  for (const item of items) if (item.kind === 'file' && fileAddressKey(item.webUrl) === wanted) return item;
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
function AddressNotice({ isRead, isShare }: Pick<FileAddress, 'isRead' | 'isShare'>) {
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
