import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useUnregistered } from '../../session/use-unregistered.ts';
import { Notice } from '../../ui/notice.tsx';
import { useFiles } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { bytesKey, findSame } from './same-bytes.ts';

/** More are in the list of duplicates. */
const MOST_SHOWN = 3;

type Props = {
  readonly partnership: Partnership;
  /** An item of the register, or a file that nobody has registered. */
  readonly of: Evidence | { readonly id: string; readonly hash?: string | undefined };
  /** Before another item is opened. */
  readonly onLeave?: () => void;
};

/** Says that the same bytes, or the same address, are there once more, with the way to each of them. */
export function SameFile({ partnership, of, onLeave }: Props) {
  const { open, openOutside } = useSession();
  const library = useFiles();
  const loose = useUnregistered();
  const { evidence, partners } = partnership;
  const unregistered = loose.state === 'ready' ? loose.files : none;
  const files = library.state === 'ready' ? library : undefined;
  const { items, files: same } = useMemo(() => {
    const [key, self] = 'uid' in of ? [bytesKey(of, files), of.uid] : [of.hash, of.id];
    return findSame(key, self, { evidence, unregistered, files });
  }, [of, evidence, unregistered, files]);
  if ('state' in of && of.state === 'superseded') return null;
  const others: readonly Other[] = [
    ...items.map(({ uid, title, partner }) => ({
      ...{ key: uid, title, partner, isLoose: false },
      go: () => {
        onLeave?.();
        open({ screen: 'evidence', item: uid });
      },
    })),
    ...same.map(({ item, partner }) => ({
      ...{ key: item.id, title: item.name, partner, isLoose: true },
      go: () => openOutside(item.webUrl),
    })),
  ];
  const [first] = others;
  if (first === undefined) return null;
  const whose = partners.find(({ uid }) => uid === first.partner)?.title ?? first.partner;
  const more = others.length - 1;
  return (
    <Notice
      kind="info"
      lead={`This is the same file as ${first.title}.`}
      actions={others.slice(0, MOST_SHOWN).map(({ key, title, go }) => (
        <Button key={key} size="small" onClick={go}>
          Open {title}
        </Button>
      ))}
    >
      {first.isLoose ? `It lies in a folder of ${whose}, and nobody has registered it.` : `It is an item of ${whose}.`}
      {more > 0 && ` So ${more === 1 ? 'is 1 more' : `are ${more} more`}.`}
    </Notice>
  );
}

type Other = {
  readonly key: string;
  readonly title: string;
  readonly partner: string;
  readonly isLoose: boolean;
  readonly go: () => void;
};

const none: readonly never[] = [];
