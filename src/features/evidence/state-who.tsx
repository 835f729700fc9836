import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatInstant } from '../../domain/calendar/london.ts';
import type { EvidenceStanding } from '../../domain/evidence/standing.ts';
import type { EvidenceState } from '../../domain/evidence/state.ts';
import { type HistoryState, useHistory } from '../../session/use-history.ts';
import { type Evidence, evidence } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  who: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

/** Moves of which the row itself does not say who made them: its history does. */
const unstamped: ReadonlySet<EvidenceState> = new Set(['returned', 'superseded', 'expired']);

/** Who brought the item where it stands, and when. */
export function StateWho({ item, standing }: { readonly item: Evidence; readonly standing: EvidenceStanding }) {
  const { state, broughtBy } = standing;
  const styles = useStyles();
  const isUnstamped = unstamped.has(state);
  const { history } = useHistory(evidence, item, isUnstamped);
  // What an approval held no more for was submitted by nobody: its bytes were brought.
  const brought = broughtBy === undefined ? '' : `Changed by ${words(broughtBy.by, broughtBy.at)}`;
  const stamp = state === 'submitted' && item.state !== 'submitted' ? brought : stampWords(item, state);
  return <span className={styles.who}>{isUnstamped ? movedWords(item, history) : stamp}</span>;
}

function stampWords(item: Evidence, state: EvidenceState): string {
  if (state === 'submitted') return words(item.submittedBy?.name, item.submittedAt);
  if (state === 'approved') return words(item.approvedBy?.name, item.approvedAt);
  return '';
}

/** From the save that set the state; where that is not known, no more is said than is. */
function movedWords(item: Evidence, history: HistoryState): string {
  if (history.state === 'waiting') return '';
  const entries = history.state === 'ready' ? history.history.entries : [];
  const toState = (entry: (typeof entries)[number]) => entry.changes.find((change) => change.column === 'state')?.to;
  const last = entries.find((entry) => toState(entry) !== undefined);
  if (last !== undefined && toState(last) === item.state) return words(last.by, last.at);
  return `Last changed by ${words(item.changed.by, item.changed.at)}`;
}

function words(name: string | undefined, at: string | undefined): string {
  return [name, at && formatInstant(at)].filter(Boolean).join(', ');
}
