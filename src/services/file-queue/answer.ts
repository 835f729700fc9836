import { checkFileName, nextFreeName, proposeFileName } from '../../domain/evidence/file-name.ts';
import { beginAnew, fileGone, type Place, type Question, type QueuedFile } from './entry.ts';

/** Questions that a person may set aside. */
const mayAgreeTo: ReadonlySet<Question['is']> = new Set(['private', 'same-content', 'empty', 'kind']);

/** What a person says to a question about a file. */
export type PersonAnswer =
  | { readonly say: 'whose'; readonly place: Place; readonly name: string }
  | { readonly say: 'rename'; readonly name?: string | undefined }
  | { readonly say: 'send-anyway' }
  | { readonly say: 'new-version' }
  | { readonly say: 'keep-both' }
  /** The file that was chosen in the place of another. */
  | { readonly say: 'send-this' }
  | { readonly say: 'keep-waiting' }
  | { readonly say: 'retry' }
  | { readonly say: 'register' }
  | { readonly say: 'remove' };

/** The entry as it goes on, to be looked at again; undefined if this is no answer to what was asked. */
export function applyAnswer(
  entry: QueuedFile,
  answer: PersonAnswer,
  isTaken: (name: string) => boolean,
): QueuedFile | undefined {
  const { standing } = entry;
  if (standing.is !== 'asks') return undefined;
  const { question } = standing;
  const again: QueuedFile = { ...entry, standing: { is: 'checking' } };
  switch (answer.say) {
    case 'whose':
      return question.is === 'whose' ? { ...again, place: answer.place, name: answer.name } : undefined;
    case 'rename':
      return { ...again, name: answer.name ?? (question.is === 'name' ? question.proposal : entry.name) };
    case 'send-anyway':
      return mayAgreeTo.has(question.is) ? { ...again, agreed: [...(entry.agreed ?? []), question.is] } : undefined;
    case 'new-version':
      return question.is === 'taken' ? { ...again, replaces: question.item } : undefined;
    case 'keep-both':
      return question.is === 'taken' || question.is === 'same-name'
        ? { ...again, name: nextFreeName(entry.name, isTaken), replaces: undefined }
        : undefined;
    case 'send-this':
      return question.is === 'another-file' ? beginAnew(entry, question.marks) : undefined;
    case 'keep-waiting':
      return question.is === 'another-file' ? { ...entry, standing: fileGone } : undefined;
    case 'retry':
      if (question.is !== 'failed') return undefined;
      // What is in the library is only to be registered.
      return entry.item ? { ...entry, standing: { is: 'sent' } } : { ...again, standing: { is: 'waiting' } };
    case 'register':
      return question.is === 'arrived' ? { ...entry, standing: { is: 'sent' } } : undefined;
    case 'remove':
      // Only SharePoint can say what becomes of that.
      return undefined;
  }
}

/** Why a name that somebody typed cannot be taken; undefined if it can. */
export function checkNewName(name: string): string | undefined {
  const faults = checkFileName(name);
  return faults.length > 0 ? `${faults.join(' ')} ${proposeFileName(name)} would do.` : undefined;
}
