import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { QueuedFile } from '../../services/file-queue/file-queue.ts';
import type { QueueHands } from './queue-choices.tsx';
import { QueueRow } from './queue-row.tsx';

const useStyles = makeStyles({
  scroll: { overflowY: 'auto', minHeight: 0, flexShrink: 1 },
  list: { position: 'relative', listStyle: 'none', margin: 0, padding: 0 },
  item: { position: 'absolute', top: 0, left: 0, right: 0 },
});

const ROW = 34;

/** By which the focus finds the list. */
export const QUEUE_KEY = 'files being added';

type Props = { readonly files: readonly QueuedFile[]; readonly hands: QueueHands };

/** Only the lines that can be seen are drawn: two thousand are as light as ten. */
export function QueueList({ files, hands }: Props) {
  const styles = useStyles();
  const scroll = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    getItemKey: (index) => files[index]?.id ?? index,
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, also where no line has a button
    <section ref={scroll} data-key={QUEUE_KEY} className={styles.scroll} tabIndex={0} aria-label="Each file">
      <ul className={styles.list} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ key, index, start }) => {
          const entry = files[index];
          return (
            entry && (
              <li
                key={key}
                ref={lines.measureElement}
                data-index={index}
                aria-setsize={files.length}
                aria-posinset={index + 1}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <QueueRow entry={entry} hands={hands} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
