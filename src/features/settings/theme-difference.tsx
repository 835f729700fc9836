import { asksSomethingElse, type PackDifference } from '../../domain/checklist/pack-difference.ts';
import { Notice } from '../../ui/notice.tsx';
import { useThemeStyles } from './theme-styles.ts';

type Line = { readonly code: string; readonly title: string; readonly note?: string | undefined };

/** What a newer pack would change: each prompt by its id and its words, so that people know before they press. */
export function ThemeDifference({ difference }: { readonly difference: PackDifference }) {
  const { added, returned, asked, changed, moved, withdrawn } = difference;
  const parts: readonly (readonly [string, readonly Line[]])[] = [
    ['Added', added],
    ['Comes back, with its answers', returned],
    [
      'Another question under a withdrawn id, without answers',
      asked.map(({ from, to }) => ({ code: to.code, title: to.title, note: `before it was withdrawn: ${from.title}` })),
    ],
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
  const others = changed.filter(asksSomethingElse).map(({ to }) => to.code);
  return (
    <div>
      {others.length > 0 && (
        <Notice kind="warning" lead={`${others.join(', ')} had other words before.`}>
          Answers would stand under the new question. If it asks something else, withdraw the prompt in the pack and add
          the new words as a prompt of their own.
        </Notice>
      )}
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
