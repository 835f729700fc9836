import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatShortDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { moves } from '../../domain/evidence/state.ts';
import { fillGap, type RegisterFile, registerFound } from '../../services/register-file.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { type UnregisteredFile, useUnregistered } from '../../session/use-unregistered.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { AddressField, type FileAddress, useFileAddress } from './address-field.tsx';
import { LibraryPicker } from './library-picker.tsx';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, margin: 0 },
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
  // As wide as the panel, however long the longest name is.
  field: { width: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  address: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, width: '100%' },
  left: { alignSelf: 'flex-start' },
});

type Props = { readonly partnership: Partnership; readonly item: Evidence };

/** What an item waits for may be there already: in the partner's folder, where nobody has said what it is, or elsewhere. */
export function FillInPlace({ partnership, item }: Props) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { open } = useSession();
  const loose = useUnregistered();
  const address = useFileAddress(partnership.evidence);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const files = loose.state === 'ready' ? loose.files.filter(({ partner }) => partner === item.partner) : [];

  async function fill(write: () => Promise<Evidence>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await write();
      announce(`${item.title} has its file now.`);
    } catch (error) {
      setProblem(toSentence(error));
    } finally {
      setBusy(false);
    }
  }

  const use = ({ theme = item.theme ?? '', ...file }: Pick<RegisterFile, 'item'> & { readonly theme?: string }) =>
    fill(() => registerFound(workspace, { item: file.item, partner: item.partner, theme, fills: item.uid }));

  return (
    <section className={styles.box} aria-label="Is it there already?">
      {problem !== undefined && (
        <Notice kind="danger" lead="The file was not taken.">
          {problem}
        </Notice>
      )}
      {files.length > 0 && <LooseFiles files={files} isBusy={isBusy} onUse={use} />}
      {moves['add file'].from.includes(item.state) && (
        <div className={styles.address}>
          <AddressField
            address={address}
            label="Address of the file, if it lies elsewhere"
            verb="Link this file"
            isBusy={isBusy}
            onChoose={(found) => use({ item: found })}
            onOpen={({ uid }) => open({ screen: 'evidence', item: uid })}
          />
          <LinkAddress
            address={address}
            isBusy={isBusy}
            onLink={(url) => fill(() => fillGap(workspace, item, { address: url }))}
          />
          {address.isShare && address.found === undefined && (
            <LibraryPicker onChoose={(found) => use({ item: found })} />
          )}
        </div>
      )}
    </section>
  );
}

type LooseProps = {
  readonly files: readonly UnregisteredFile[];
  readonly isBusy: boolean;
  readonly onUse: (file: UnregisteredFile) => void;
};

function LooseFiles({ files, isBusy, onUse }: LooseProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState('');
  const file = files.find((each) => each.item.id === chosen);
  return (
    <>
      <h3 className={styles.label}>
        {files.length === 1 ? '1 file' : `${files.length} files`} in the folder, not registered
      </h3>
      <Field label="Is it one of them?" className={styles.field}>
        <Select select={{ className: styles.select }} value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value="">Choose a file</option>
          {files.map((each) => (
            <option key={each.item.id} value={each.item.id}>
              {each.item.name}, {formatShortDay(londonDay(each.item.changed.at))}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={file === undefined || isBusy} onClick={() => file !== undefined && onUse(file)}>
        Use this file
      </Button>
    </>
  );
}

type LinkProps = {
  readonly address: FileAddress;
  readonly isBusy: boolean;
  readonly onLink: (url: string) => void;
};

function LinkAddress({ address: { url, found }, isBusy, onLink }: LinkProps) {
  const styles = useStyles();
  if (url === undefined || found !== undefined) return null;
  return (
    <Button className={styles.left} disabledFocusable={isBusy} onClick={() => onLink(url)}>
      Link this address
    </Button>
  );
}
