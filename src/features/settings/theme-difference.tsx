import type { PackDifference } from '../../domain/checklist/pack-difference.ts';
import { useThemeStyles } from './theme-styles.ts';

type Line = { readonly code: string; readonly title: string; readonly note?: string | undefined };

/** What a newer pack would change: each prompt by its id and its words, so that people know before they press. */
export function ThemeDifference({ difference }: { readonly difference: PackDifference }) {
  const { added, returned, changed, moved, withdrawn } = difference;
  const parts: readonly (readonly [string, readonly Line[]])[] = [
    ['Added', added],
    ['Comes back, with its answers', returned],
    [
      'Changed',
      changed.map(({ from, to }) => ({
        code: to.code,
        title: to.title,
        note: from.title === to.title ? 'only its basis or source' : `until now: ${from.title}`,
      })),
    ],
    [
      'Moved',
      moved.map(({ from, to }) => ({
        code: to.code,
        title: to.title,
        note: from.group === to.group ? `within ${to.group}` : `from ${from.group} to ${to.group}`,
      })),
    ],
    ['Withdrawn, its answers stay', withdrawn],
  ];
  const shown = parts.filter(([, lines]) => lines.length > 0);
  const styles = useThemeStyles();
  if (shown.length === 0) return <p className={styles.text}>No prompt changes.</p>;
  return (
    <div>
      {shown.map(([title, lines]) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.heading}>
            {title}, {lines.length}
          </h3>
          <ul className={styles.difference}>
            {lines.map(({ code, title: words, note }) => (
              <li key={code}>
                <span className={styles.code}>{code}</span> {words}
                {note !== undefined && <span className={styles.code}> ({note})</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
