import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { rowHover } from '../../ui/row-hover.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Prompt } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  link: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { minWidth: 0, flexGrow: 1 },
  name: { ...typographyStyles.body1Strong },
  verdict: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  reason: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  group: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = { readonly partnership: Partnership; readonly prompt: Prompt; readonly onClose: () => void };

/** All partners' answers to one prompt under each other; each opens. */
export function PromptPanel({ partnership, prompt, onClose }: Props) {
  const styles = useStyles();
  return (
    <SidePanel above={prompt.code} title={prompt.title} onClose={onClose}>
      <p className={styles.group}>
        {prompt.group}. A benchmark prompt of this partnership's own, not the inspectorates' words.
      </p>
      <ul className={styles.list}>
        {partnership.partners.map((partner) => {
          const key = assessmentKey(prompt.uid, partner.uid);
          const row = partnership.assessments.get(key);
          return (
            <li key={partner.uid} className={styles.item}>
              <a href={toHref({ screen: 'checklist', assessment: key })} className={styles.link}>
                <VerdictMark verdict={row?.verdict} size={22} />
                <span className={styles.words}>
                  <span className={styles.name}>{partner.title}</span>{' '}
                  <span className={styles.verdict}>{verdictName(row?.verdict)}</span>
                  {row?.reason && <p className={styles.reason}>{row.reason}</p>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
}
