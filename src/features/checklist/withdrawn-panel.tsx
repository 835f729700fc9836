import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay } from '../../domain/calendar/day.ts';
import { mayCheck } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useRights } from '../../session/use-rights.ts';
import { rowHover } from '../../ui/row-hover.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Prompt } from '../../workspace/schema/lists.ts';
import { ActionRow } from './action-row.tsx';
import { countKept, keptWords } from './kept-words.ts';
import { peopleOf } from './people-of.ts';
import { promptlessActions, withdrawnHref } from './withdrawn.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  link: {
    ...typographyStyles.body1,
    display: 'block',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  label: { ...typographyStyles.caption1Strong, margin: 0 },
});

type Props = { readonly partnership: Partnership; readonly onClose: () => void };

/** What a newer pack asks no more: each prompt opens, to be read. */
export function WithdrawnPanel({ partnership, onClose }: Props) {
  const styles = useStyles();
  const { memberships } = useRights();
  const { withdrawn, theme } = partnership;
  const loose = promptlessActions(partnership);
  return (
    <SidePanel above={theme?.title ?? 'Checklist'} title="Withdrawn prompts" onClose={onClose}>
      <span>
        {withdrawn.length === 0
          ? 'This theme has no withdrawn prompts.'
          : 'A newer version of the pack asks these no more. What was written stays, and comes back with the prompt.'}
      </span>
      <ul className={styles.list} aria-label="Withdrawn prompts">
        {withdrawn.map((prompt) => (
          <li key={prompt.uid} className={styles.item}>
            <a href={toHref({ screen: 'checklist', prompt: prompt.uid })} className={styles.link}>
              {prompt.code} {prompt.title}
              <span className={styles.small}>{aboutOf(partnership, prompt)}</span>
            </a>
          </li>
        ))}
      </ul>
      {loose.length > 0 && (
        <section aria-label="Actions without a prompt">
          <h3 className={styles.label}>Actions whose prompt is not in this theme</h3>
          <ul className={styles.list}>
            {loose.map((action) => (
              <ActionRow
                key={action.uid}
                action={action}
                answers={partnership.assessments}
                partner={partnership.partners.find(({ uid }) => uid === action.partner)?.title}
                people={peopleOf(partnership.people)}
                mayChange={mayCheck(memberships)}
                href={withdrawnHref}
              />
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}

function aboutOf(partnership: Partnership, prompt: Prompt): string {
  const on = prompt.withdrawnOn === undefined ? '' : ` on ${formatDay(prompt.withdrawnOn)}`;
  return `Withdrawn${on}. ${keptWords(countKept(partnership, prompt))}.`;
}
