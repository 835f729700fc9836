import { Button, Checkbox, makeStyles, SearchBox, tokens, typographyStyles } from '@fluentui/react-components';
import { LinkDismiss16Regular } from '@fluentui/react-icons/svg/link-dismiss';
import { useId, useState } from 'react';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { PartAct, PartHead } from '../../ui/part-head.tsx';
import type { Evidence, Partner } from '../../workspace/schema/lists.ts';
import { tellApart } from './evidence-words.ts';
import { StandingWords } from './standing-words.tsx';

/** From here on a list of boxes is searched, not read. */
const SEARCH_FROM = 8;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    '@media (max-width: 639px)': { position: 'relative', minHeight: '44px', '& button': { zIndex: 1 } },
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3, flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  link: {
    overflowWrap: 'anywhere',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    // A finger presses the whole line.
    '@media (max-width: 639px)': { '::after': { content: '""', position: 'absolute', inset: 0 } },
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  state: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  choices: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
  },
  boxes: { maxHeight: '240px', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
});

type Props = {
  readonly partner: Partner;
  readonly partners: readonly Partner[];
  readonly evidence: readonly Evidence[];
  /** Uids of the items that support the answer. */
  readonly linked: readonly string[];
  /** Those that were brought forward and wait for the answer to be confirmed. */
  readonly toConfirm: ReadonlySet<string>;
  readonly mayChange: boolean;
  readonly onChange: (linked: readonly string[]) => void;
};

/** The proof behind an answer. Ticks count when the answer is saved, like everything else in the panel. */
export function LinkedEvidence({ partner, partners, evidence, linked, toConfirm, mayChange, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  const [isChoosing, setChoosing] = useState(false);
  const [find, setFind] = useState('');
  const own = evidence
    .filter((item) => item.partner === partner.uid)
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'));
  const shown = own.filter((item) =>
    `${item.title} ${item.fileName}`.toLowerCase().includes(find.trim().toLowerCase()),
  );
  const items = linked.flatMap((uid) => evidence.filter((item) => item.uid === uid));
  const apart = (item: Evidence, among: readonly Evidence[]) => tellApart(item, among, partners);

  return (
    <section aria-labelledby={id}>
      <PartHead
        id={id}
        title="Evidence"
        detail={linked.length}
        act={
          mayChange && (
            <PartAct isOpen={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {isChoosing ? 'Close the list' : 'Link evidence'}
            </PartAct>
          )
        }
      />
      {items.length === 0 ? (
        <p className={styles.none}>No document is linked yet.</p>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.uid} className={styles.item}>
              <span className={styles.icon}>
                <FileIcon name={item.fileName} />
              </span>
              <span className={styles.words}>
                <a href={toHref({ screen: 'evidence', item: item.uid })} className={styles.link}>
                  {item.title}
                </a>
                <span className={styles.facts}>
                  {apart(item, items) !== undefined && <span className={styles.state}>{apart(item, items)}</span>}
                  <StandingWords item={item} />
                  {toConfirm.has(item.uid) && <span className={styles.state}>Brought forward, not confirmed</span>}
                </span>
              </span>
              {mayChange && (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<LinkDismiss16Regular />}
                  aria-label={`Unlink ${item.title}`}
                  onClick={() => onChange(linked.filter((uid) => uid !== item.uid))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && isChoosing && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that cannot be laid out
        <div role="group" aria-label={`Evidence of ${partner.title}`} className={styles.choices}>
          {own.length === 0 && (
            <p className={styles.none}>
              {partner.title} has no evidence yet. <a href={toHref({ screen: 'evidence' })}>Add files first</a>, then
              come back.
            </p>
          )}
          {own.length >= SEARCH_FROM && (
            <SearchBox
              size="small"
              aria-label="Find evidence"
              placeholder="Find evidence"
              value={find}
              onChange={(_, { value }) => setFind(value)}
            />
          )}
          <div className={styles.boxes}>
            {shown.map((item) => (
              <Checkbox
                key={item.uid}
                label={apart(item, own) === undefined ? item.title : `${item.title} (${apart(item, own)})`}
                checked={linked.includes(item.uid)}
                onChange={(_, { checked }) =>
                  onChange(checked === true ? [...linked, item.uid] : linked.filter((uid) => uid !== item.uid))
                }
              />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
