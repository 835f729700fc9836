import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useSession } from '../../session/session.ts';
import type { Found } from '../../session/use-check.ts';

const useStyles = makeStyles({
  group: { ...typographyStyles.caption1Strong, margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  next: { color: tokens.colorNeutralForeground2 },
});

const groups: readonly { readonly answer: Found['answer']; readonly title: string }[] = [
  { answer: 'mend', title: 'This can be mended here' },
  { answer: 'person', title: 'This needs a person' },
  { answer: 'leave', title: 'This stays as it is' },
];

/** What a check found, by what becomes of it. */
export function FindingList({ findings }: { readonly findings: readonly Found[] }) {
  const styles = useStyles();
  const { openOutside } = useSession();
  return groups.map(({ answer, title }) => {
    const own = findings.filter((finding) => finding.answer === answer);
    if (own.length === 0) return null;
    return (
      <div key={answer}>
        <h3 className={styles.group}>{title}</h3>
        <ul className={styles.list} aria-label={title}>
          {own.map(({ id, what, next, page }) => (
            <li key={id} className={styles.row}>
              {what} <span className={styles.next}>{next}</span>
              {page !== undefined && (
                <>
                  {' '}
                  <Link as="button" inline onClick={() => openOutside(page.url)}>
                    {page.title}
                  </Link>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
