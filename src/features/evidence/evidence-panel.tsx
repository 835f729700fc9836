import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { formatInstant } from '../../domain/calendar/london.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { toHref } from '../../session/href.ts';
import { useSession } from '../../session/session.ts';
import { useFile } from '../../session/use-file.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Notice } from '../../ui/notice.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';
import { formatSize } from './size.ts';
import { StateWord } from './state-word.tsx';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', rowGap: tokens.spacingVerticalS, margin: 0 },
  term: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  fact: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  label: { ...typographyStyles.caption1Strong, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  code: { ...typographyStyles.caption1, width: '48px', flexShrink: 0, paddingTop: '2px' },
  prompt: { color: tokens.colorBrandForegroundLink },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = { readonly partnership: Partnership; readonly uid: string; readonly onClose: () => void };

/** One evidence item: its facts, what it supports, and the way to the document itself. */
export function EvidencePanel({ partnership, uid, onClose }: Props) {
  const item = partnership.evidence.find((entry) => entry.uid === uid);
  if (item === undefined) {
    return (
      <SidePanel title="This item is not here" onClose={onClose}>
        The link names an evidence item that the register does not hold any more. Its file, if there was one, is still
        in the library.
      </SidePanel>
    );
  }
  return <ItemPanel partnership={partnership} item={item} onClose={onClose} />;
}

type ItemProps = { readonly partnership: Partnership; readonly item: Evidence; readonly onClose: () => void };

function ItemPanel({ partnership, item, onClose }: ItemProps) {
  const styles = useStyles();
  const { openOutside } = useSession();
  const { file, folders, isLost } = useFile(item.file);
  const partner = partnership.partners.find((entry) => entry.uid === item.partner);
  const links = partnership.links.filter((link) => link.evidence === item.uid);

  const facts: readonly (readonly [string, ReactNode])[] = [
    ['State', <StateWord key="state" state={item.state} />],
    ['Partner', partner?.title ?? item.partner],
    ['File', item.fileName ?? 'Not there yet'],
    ['Size', item.size === undefined ? undefined : formatSize(item.size)],
    ['Folder', folders?.join(' / ')],
    ['Period', toPeriod(item)],
    ['Due', item.dueOn === undefined ? undefined : formatDay(item.dueOn)],
    ['Owner', item.owner?.name],
    ['Added', `${formatInstant(item.created.at)}, ${item.created.by}`],
    ['Changed', `${formatInstant(item.changed.at)}, ${item.changed.by}`],
    ['Note', item.note],
  ];

  return (
    <SidePanel
      above={`${partner?.title ?? item.partner} · Evidence`}
      title={item.title}
      onClose={onClose}
      foot={
        file !== undefined && (
          <Button appearance="primary" icon={<Open20Regular />} onClick={() => openOutside(file.webUrl)}>
            Open in the library
          </Button>
        )
      }
    >
      {isLost && (
        <Notice kind="warning" lead="The file is not in the library any more.">
          It was deleted or moved away. Look in the site's recycle bin, or add it again.
        </Notice>
      )}
      <dl className={styles.facts}>
        {facts.map(
          ([term, fact]) =>
            fact !== undefined && (
              <Fact key={term} term={term}>
                {fact}
              </Fact>
            ),
        )}
      </dl>
      <section>
        <h3 className={styles.label}>Supports {links.length === 1 ? '1 prompt' : `${links.length} prompts`}</h3>
        {links.length === 0 && (
          <p className={styles.none}>No prompt yet. Open an answer in the Checklist and choose "Link evidence".</p>
        )}
        <ul className={styles.list}>
          {links.map((link) => {
            const prompt = partnership.prompts.find((entry) => entry.uid === link.prompt);
            const href = toHref({ screen: 'checklist', assessment: assessmentKey(link.prompt, link.partner) });
            return (
              <li key={link.uid}>
                <a href={href} className={styles.link}>
                  <span className={styles.code}>{prompt?.code ?? link.prompt}</span>
                  <span className={styles.prompt}>{prompt?.title ?? 'A prompt of another theme'}</span>
                </a>
              </li>
            );
          })}
        </ul>
      </section>
    </SidePanel>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}

function toPeriod({ periodFrom, periodTo }: Evidence): string | undefined {
  if (periodTo === undefined) return periodFrom === undefined ? undefined : `From ${formatDay(periodFrom)}`;
  return periodFrom === undefined ? `To ${formatDay(periodTo)}` : `${formatDay(periodFrom)} to ${formatDay(periodTo)}`;
}
