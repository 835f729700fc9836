const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DATE = [
  // 2014-03-12, 2014/3/12
  '(?:19|20)\\d{2}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\\d|3[01])',
  // 12/03/2014, 12.3.14
  '(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:(?:19|20)\\d{2}|\\d{2})',
  // 12 03 2014
  '(?:0[1-9]|[12]\\d|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)\\d{2}',
  // 12 March 2014, 12th Mar 14
  `(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[ -]{0,2}(?:of )?${MONTH}[ ,-]{0,2}['’]?(?:(?:19|20)\\d{2}|\\d{2})`,
  // March 12, 2014
  `${MONTH} (?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\\d{2}`,
  // 12032014, 20140312
  '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d{2}',
  '(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])',
].join('|');

const A_DATE = new RegExp(`(?<!\\d)(?:${DATE})(?!\\d)`, 'gi');
const BORN = new RegExp(
  `(?<![a-z])(?:d\\.? ?o\\.? ?b\\.?|date of birth|birth ?date|born(?: on)?|b\\.)[\\s:=()–-]{0,4}(?:(?:is|was|on) )?(?:[a-z]{3,9},? )?(?:${DATE}|\\d{6})(?!\\d)`,
  'i',
);
/** Our own way of writing a date, `Mon 30 Nov 2026`: a day on which something is due, never a birth date. */
const WITH_WEEKDAY = /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? $/i;

const NAME_PART = "(?:\\p{Lu}['’]?\\p{L}[\\p{L}'’]*)";
const BEFORE = new RegExp(`(${NAME_PART}|\\p{Lu}\\.?)[ ,-]{1,3}(${NAME_PART})[\\s,:;()|–-]{1,5}$`, 'u');
const AFTER = new RegExp(`^[\\s,:;()|–-]{1,5}(${NAME_PART}|\\p{Lu}\\.?)[ ,-]{1,3}(${NAME_PART})`, 'u');

/** Words that begin with a capital in our partners' titles and stand beside a date, and are nobody's name. */
const NOT_A_NAME = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ' +
    'action actions activity agencies agency agenda agreement an and annex annual appendix april area areas assessment ' +
    'attendance audit audits august autumn benchmark board borough bulletin by camhs care case cases caseload ceased ' +
    'chair checklist child children closed cohort committee community completed council county criminal csc data date ' +
    'december deadline delivered deputy development district domestic door draft due early education ended england ' +
    'escalation evaluation evidence executive exploitation extract family february feedback file final findings folder ' +
    'for forum framework friday from front group guidance handbook health help hospital hub icb impact improvement in ' +
    'index information inspection integrated interim january jtai july june justice key kpi last lead leadership ' +
    'learning letter list lists local log mace mappa marac march masa mash matrix may meeting meetings memo minutes ' +
    'monday monthly multi needs neglect network next nhs note notes notice november number nursery october of officer ' +
    'on operational outcome overview pack panel part partner partners partnership performance period plan planning ' +
    'police policies policy practice preparation procedure procedures process profile programme protocol quality ' +
    'quarter quarterly rapid readiness record referral referrals register report reports request response review ' +
    'reviewed reviews revised risk rota safeguarding sample saturday school schools scrutiny section self sent ' +
    'september serious service services session social spring staff standards starting statement statistics steering ' +
    'strategic strategy structure subgroup submitted summary summer sunday supervision survey tactical team template ' +
    'terms the theme threshold thresholds thursday timetable to toolkit tracker training trust tuesday update updated ' +
    'version violence visit voluntary wednesday week weekly winter workforce working workshop year yearly yjs youth'
  ).split(' '),
);

/** A date that is called a birth date, or a date beside what looks like a person's name. */
export function findNameWithBirthDate(text: string): boolean {
  if (BORN.test(text)) return true;
  return [...text.matchAll(A_DATE)].some((match) => {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (WITH_WEEKDAY.test(before)) return false;
    const after = text.slice(match.index + match[0].length).slice(0, 80);
    return isName(BEFORE.exec(before)) || isName(AFTER.exec(after));
  });
}

/** Whether a day of this year or earlier stands in the text. Two digits are a year up to `thisYear`, else a century before. */
export function holdsDateUpTo(year: number, text: string, thisYear: number): boolean {
  return [...text.matchAll(A_DATE)].some(([date]) =>
    yearsOf(date, thisYear).some((each) => each <= year && each >= thisYear - 100),
  );
}

/** The years that a date may mean: `20032011` is of 2011, or of 2003. */
function yearsOf(date: string, thisYear: number): readonly number[] {
  const whole = [/^(?:19|20)\d{2}/, /(?:19|20)\d{2}$/].flatMap((form) => form.exec(date)?.[0] ?? []);
  if (whole.length > 0) return whole.map(Number);
  const short = Number(/\d{2}$/.exec(date)?.[0]) + Math.floor(thisYear / 100) * 100;
  return [short > thisYear ? short - 100 : short];
}

/** Dates taken out, so that `01.12.2026 10.30` does not read as a phone number. */
export function maskDates(text: string): string {
  return text.replace(A_DATE, '·');
}

function isName(match: RegExpExecArray | null): boolean {
  return match !== null && [match[1], match[2]].every((part) => part && !NOT_A_NAME.has(part.toLowerCase()));
}
