import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { formatInstant } from '../../domain/calendar/london.ts';
import { freshnessNames, freshnessOn } from '../../domain/evidence/freshness.ts';
import { useCountedTo } from '../../session/use-counted-to.ts';
import type { FileFacts as FileOf } from '../../session/use-file.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { wholePeriod } from './row-words.ts';
import { formatSize } from './size.ts';
import { versionNumber } from './version-number.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '6px',
    margin: 0,
  },
  term: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  fact: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  label: { ...typographyStyles.caption1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

type Props = { readonly partnership: Partnership; readonly item: Evidence };

/** What the register says of an item; what is not known is left out. */
export function ItemFacts({ partnership, item }: Props) {
  const countedTo = useCountedTo();
  const day = (value: string | undefined) => value && formatDay(value);
  const facts: Facts = [
    ['Period covered', periodWords(item, countedTo)],
    ['Document date', day(item.documentOn)],
    ['Review by', day(item.reviewBy)],
    ['Due', day(item.dueOn)],
    ['Partner', partnership.partners.find((partner) => partner.uid === item.partner)?.title ?? item.partner],
    ['Owner', item.owner?.name],
    ['Kind', item.kindOf],
    ['Marking', item.marking],
    ['Note', item.note],
  ];
  return <FactList facts={facts} />;
}

type FileProps = Pick<FileOf, 'file' | 'folders'> & { readonly item: Evidence };

/** Where the file lies, which version of it was approved, and when the item was last touched. */
export function FileFacts({ item, file, folders }: FileProps) {
  const styles = useStyles();
  // The library knows best; the register holds what it was when it was last submitted.
  const size = file?.size ?? item.size;
  const facts: Facts = [
    ['File', file?.name ?? item.fileName ?? (item.address === undefined ? 'Not there yet' : item.address.url)],
    ['Size', size === undefined ? undefined : formatSize(size)],
    ['File changed', file && `${formatInstant(file.changed.at)}, ${file.changed.by}`],
    ['Folder', folders?.join(' / ')],
    ['Approved', approvalWords(item)],
    ['SHA-256', item.approvedSha256 && <span className={styles.code}>{item.approvedSha256}</span>],
    ['Added', `${formatInstant(item.created.at)}, ${item.created.by}`],
    ['Entry changed', `${formatInstant(item.changed.at)}, ${item.changed.by}`],
  ];
  return (
    <section>
      <h3 className={styles.label}>File</h3>
      <FactList facts={facts} />
    </section>
  );
}

type Facts = readonly (readonly [string, ReactNode])[];

function FactList({ facts }: { readonly facts: Facts }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, fact]) =>
          fact !== undefined &&
          fact !== '' && (
            <Fragment key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.fact}>{fact}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function periodWords(item: Evidence, on: Day): string | undefined {
  const period = wholePeriod(item);
  if (item.untilReview) return period === undefined ? 'Holds until its review' : `${period}, holds until its review`;
  if (period === undefined) return undefined;
  const freshness = freshnessOn({ periodTo: item.periodTo }, on);
  return freshness === 'not known' ? period : `${period}, ${freshnessNames[freshness].toLowerCase()}`;
}

/** `Version 3, Wilf Tarnbeck, Mon 23 Nov 2026, 9.00 am`. What lies elsewhere or is very large was not read back. */
function approvalWords(item: Evidence): string | undefined {
  const { approvedBy, approvedAt, approvedVersion, approvedSha256 } = item;
  if (approvedAt === undefined) return undefined;
  const version =
    approvedVersion === undefined
      ? 'By its address, no version and no hash'
      : `Version ${versionNumber(approvedVersion)}`;
  const isRead = approvedSha256 !== undefined || approvedVersion === undefined;
  const unread = isRead ? undefined : 'its bytes were not read back';
  return [version, approvedBy?.name, formatInstant(approvedAt), unread].filter(Boolean).join(', ');
}
