import { formatTime } from '../../domain/calendar/london.ts';
import type { Question, QueuedFile, Snapshot } from '../../services/file-queue/file-queue.ts';
import { formatSize } from './size.ts';

/** What a question is called in front of its sentence. */
export const questionNames: Readonly<Record<Question['is'], string>> = {
  whose: 'Not sent yet.',
  name: 'This name cannot be used.',
  private: 'Look at this name.',
  taken: 'This name is taken.',
  'same-name': 'This name is here twice.',
  'same-content': 'This is there already.',
  empty: 'Look at this file.',
  kind: 'Look at this file.',
  'file-gone': 'Choose this file again.',
  'file-changed': 'Stopped.',
  'another-file': 'Which file is it?',
  failed: 'Not added.',
  arrived: 'Too late to cancel.',
  refused: 'Not added.',
};

/** `Sending 12 files to Police`, `3 files need you`, `Files added`. */
export function queueTitle({ files, totals }: Snapshot): string {
  const count = (number: number) => (number === 1 ? '1 file' : `${number} files`);
  if (totals.going > 0 && totals.going === totals.toRegister) return `Registering ${count(totals.toRegister)}`;
  if (totals.going > 0) {
    const partners = new Set(files.map(({ place }) => place.partnerTitle).filter((title) => title !== ''));
    const [partner] = partners;
    return `Sending ${count(totals.going)}${partners.size === 1 ? ` to ${partner}` : ''}`;
  }
  if (totals.paused > 0) return `Paused, ${count(totals.paused)}`;
  if (totals.needs > 0) return `${count(totals.needs)} ${totals.needs === 1 ? 'needs' : 'need'} you`;
  if (totals.done > 0) return 'Files added';
  return totals.cancelled > 0 ? 'Cancelled' : `${count(totals.refused)} not added`;
}

/** `7 done, 2 waiting, 1 needs you. 148 of 412 MB, about 2 minutes left` */
export function queueDetail({ totals, secondsLeft, hold }: Snapshot): string {
  const { done, waiting, toRegister, paused, needs, refused, cancelled, going, size, sent } = totals;
  const counts = [
    done > 0 && `${done} done`,
    going - waiting - toRegister > 0 && `${going - waiting - toRegister} under way`,
    waiting > 0 && `${waiting} waiting`,
    toRegister > 0 && toRegister < going && `${toRegister} to be registered`,
    paused > 0 && `${paused} paused`,
    // The title says it already where nothing else goes on.
    needs > 0 && going + paused > 0 && `${needs} ${needs === 1 ? 'needs' : 'need'} you`,
    refused > 0 && `${refused} refused`,
    cancelled > 0 && `${cancelled} cancelled`,
  ].filter((part) => part !== false);
  const left = hold !== undefined ? [waitsFor[hold.why]] : secondsLeft === undefined ? [] : [sayLeft(secondsLeft)];
  if (going === toRegister) return [...counts, ...left].join(', ');
  const parts = [counts.join(', '), [`${formatSize(sent)} of ${formatSize(size)}`, ...left].join(', ')];
  return parts.filter((part) => part !== '').join('. ');
}

/** In the place of a time that would not be kept. */
const waitsFor: Readonly<Record<NonNullable<Snapshot['hold']>['why'], string>> = {
  offline: 'waiting for the network',
  'no-answer': 'waiting for the network',
  'signed-out': 'waiting for your sign-in',
  'asked-to-wait': 'waiting for Microsoft 365',
};

/** `about 2 minutes left`, as exact as it can be known. */
export function sayLeft(seconds: number): string {
  if (seconds < 1) return 'a moment left';
  if (seconds < 60) return `${Math.ceil(seconds)} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes === 1 ? '1 minute' : `${minutes} minutes`} left`;
  const hours = Math.round(minutes / 60);
  return hours <= 24 ? `about ${hours} hours left` : 'more than a day left';
}

/** Why nothing goes for the moment, and that it will go on by itself. */
export function holdWords(hold: NonNullable<Snapshot['hold']>, now: number): string {
  const seconds = Math.max(1, Math.ceil((hold.until - now) / 1_000));
  const when = seconds === 1 ? 'a second' : seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  switch (hold.why) {
    case 'offline':
      return 'You are offline. The files go on when you have a connection.';
    case 'signed-out':
      return 'Your sign-in has ended. The files go on when you have signed in.';
    case 'asked-to-wait':
      return `Microsoft 365 asked us to wait. The files go on in ${when}.`;
    case 'no-answer':
      return `Microsoft 365 did not answer. The files go on in ${when}.`;
  }
}

/** The same on the line of one file, by the clock, so that it stays true while it stands there. */
export function waitWords(until: number): string {
  return `Microsoft 365 asked us to wait until ${formatTime(new Date(until).toISOString())}`;
}

/** What is asked, and what of a file that is to be chosen again need not be sent again. */
export function askingWords({ sent, marks, session }: QueuedFile, { is, why }: Question, now: number): string {
  const isKept = session !== undefined && Date.parse(session.expiresAt) > now;
  if (is !== 'file-gone' || sent === 0 || !isKept) return why;
  return `${why} ${formatSize(sent)} of ${formatSize(marks.size)} has arrived: it goes on from there.`;
}

/** How a file stands, where nothing is asked of anybody. */
export function standingWords({ standing, isPaused, isAnew, sent, marks }: QueuedFile): string {
  if (standing.is === 'done') return standing.words;
  if (standing.is === 'cancelled') return 'Cancelled';
  if (standing.is === 'asks') return standing.question.why;
  if (standing.is === 'sent') return 'Sent, its entry follows';
  if (isAnew) return 'Begun again: Microsoft 365 keeps what came of a file only for a while';
  if (isPaused) return sent > 0 ? `Paused at ${formatSize(sent)} of ${formatSize(marks.size)}` : 'Paused';
  if (standing.is === 'checking') return 'Looking at it';
  if (standing.is === 'waiting') return 'Waiting';
  return marks.size === 0 ? 'Sending' : `${formatSize(sent)} of ${formatSize(marks.size)}`;
}
