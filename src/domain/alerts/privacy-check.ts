import { findNameWithBirthDate, maskDates } from './birth-date.ts';
import { hasNhsNumber, hasPhoneNumber, hasPostcode } from './personal-numbers.ts';

export type PrivateDetail = {
  readonly kind: 'email' | 'name with a date of birth' | 'NHS number' | 'phone number' | 'postcode' | 'child reference';
  /** Says what was found, never repeats it. */
  readonly sentence: string;
};

const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.\p{L}{2,24}/u;
/** `CHILD-01`, `child 1`; not the age in `a child 10 or over`. */
const CHILD = /(?<![\p{L}\d])child[\s-]{0,2}\d{1,3}(?!\d)(?!\s{0,2}(?:\+|%|or\b|to\b|and\b|year|month))/iu;
/** A prompt's id, `FD-B5` or `SYV-1.2`: its tail would read as the first half of a postcode. */
const PROMPT_ID = /(?<![\p{L}\d])[A-Z]{2,5}-(?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2})?(?![\p{L}\d])/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * What in `text` could point to a child or a person at home, or undefined.
 *
 * It reads forms, not meanings: it misses a name without a date of birth and a birth date written in words of its
 * own. That is why alerts carry no free text at all; this is the second lock, not the first.
 */
export function findPrivateDetail(text: string): PrivateDetail | undefined {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '');
  if (EMAIL.test(plain)) return found('email', 'an email address');
  const spaced = plain.replaceAll('_', ' ');
  if (findNameWithBirthDate(spaced)) return found('name with a date of birth', 'a name with a date of birth');
  const undated = maskDates(spaced);
  if (hasNhsNumber(undated)) return found('NHS number', 'an NHS number');
  if (hasPhoneNumber(undated)) return found('phone number', 'a phone number');
  if (hasPostcode(undated.replace(PROMPT_ID, '·'))) return found('postcode', 'a postcode');
  if (CHILD.test(spaced)) return found('child reference', 'a reference to a child');
  return undefined;
}

/** Why these words are not saved, in a sentence; undefined where nothing was found. `what` is what they are: `An answer`. */
export function whyTooPrivate(text: string, what: string): string | undefined {
  const detail = findPrivateDetail(text);
  return detail && `${detail.sentence} ${what} names no child and no family: take it out.`;
}

function found(kind: PrivateDetail['kind'], words: string): PrivateDetail {
  return { kind, sentence: `This text holds what looks like ${words}.` };
}
