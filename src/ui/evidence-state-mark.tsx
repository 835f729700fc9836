import { makeStyles, tokens } from '@fluentui/react-components';
import type { EvidenceState } from '../domain/evidence/state.ts';

const useStyles = makeStyles({
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3, display: 'block' },
});

/** How far a document has been checked: neutral marks only, and always with the word. */
export function EvidenceStateMark({ state }: { readonly state: EvidenceState | 'unregistered' }) {
  const styles = useStyles();
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.3 } as const;
  return (
    <svg className={styles.mark} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {state === 'needed' && <circle cx="6" cy="6" r="4" {...line} strokeDasharray="1.8 1.6" />}
      {state === 'draft' && <circle cx="6" cy="6" r="4" {...line} />}
      {state === 'submitted' && (
        <>
          <circle cx="6" cy="6" r="4" {...line} />
          <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
        </>
      )}
      {state === 'approved' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {state === 'returned' && <path d="M6 1.5 10.5 6 6 10.5 1.5 6z" {...line} />}
      {(state === 'superseded' || state === 'expired') && (
        <>
          <circle cx="6" cy="6" r="4" {...line} />
          <path d="M2 10 10 2" {...line} />
        </>
      )}
      {state === 'unregistered' && <path d="M2 2h8v8H2z" {...line} strokeDasharray="1.8 1.6" />}
    </svg>
  );
}
