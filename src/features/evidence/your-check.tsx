import { Checkbox, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { type EvidenceStanding, isOutOfSight } from '../../domain/evidence/standing.ts';
import { type MovedItem, mayMove } from '../../domain/evidence/state.ts';
import { useSession } from '../../session/session.ts';
import { useRights } from '../../session/use-rights.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { Check } from './use-item-check.ts';

const useStyles = makeStyles({
  check: { display: 'flex', flexDirection: 'column' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  label: { ...typographyStyles.body1Strong, margin: 0, marginRight: 'auto' },
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

type Props = { readonly item: Evidence; readonly standing: EvidenceStanding; readonly check: Check };

/** The second person's part: three questions and the words for a return. */
export function YourCheck({ item, standing, check }: Props) {
  const styles = useStyles();
  const { me } = useSession();
  const { memberships } = useRights();
  const mover = { id: me.id, memberships };
  const counted = { ...(item as MovedItem), state: standing.state, broughtBy: standing.broughtBy };
  const approve = mayMove('approve', counted, mover);
  const mayReturn = mayMove('return', counted, mover).allowed;
  if (standing.state !== 'submitted' && !mayReturn) return undefined;
  const isLost = isOutOfSight(standing.news);
  return (
    <section ref={check.section} className={styles.check} aria-label="Your check">
      <div className={styles.top}>
        <h3 className={styles.label}>Your check</h3>
        {standing.state === 'submitted' && (
          <span className={styles.who}>
            {isLost
              ? standing.news.includes('hidden')
                ? 'You cannot look at the file, so another person checks it'
                : 'There is no file to check'
              : approve.allowed
                ? 'You did not submit it, so you may approve it'
                : approve.why}
          </span>
        )}
      </div>
      {check.isOutdated && (
        <span role="status" className={styles.who}>
          This was changed since you ticked. Look at it again.
        </span>
      )}
      {standing.state === 'submitted' &&
        approve.allowed &&
        !isLost &&
        check.questions.map((question) => (
          <Checkbox
            key={question}
            label={question}
            checked={check.has(question)}
            onChange={(_, { checked }) => check.tick(question, checked === true)}
          />
        ))}
      {mayReturn && (
        <Field label="Reason, if you return it">
          <Textarea
            rows={2}
            resize="vertical"
            placeholder="Say what would make it right"
            value={check.reason}
            onChange={(_, { value }) => check.setReason(value)}
          />
        </Field>
      )}
    </section>
  );
}
