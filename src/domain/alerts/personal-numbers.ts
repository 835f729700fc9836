const TEN_DIGITS = /(?<!\d)\d{3}[\s.-]{0,2}\d{3}[\s.-]{0,2}\d{4}(?!\d)/g;
const NHS_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Ten digits, also in the 3-3-4 form, whose last digit is the modulus-11 check of the others. */
export function hasNhsNumber(text: string): boolean {
  return (text.match(TEN_DIGITS) ?? []).some((match) => passesNhsCheck(match.replace(/\D/g, '')));
}

function passesNhsCheck(digits: string): boolean {
  const sum = NHS_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  // A remainder of 1 asks for a check digit of 10, which no number has.
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** With a country code, or a leading nought: ten or eleven digits in all, however they are spaced. */
const PHONE = [
  /(?<![\p{L}\d])(?:\+|00)44[\s.-]{0,2}(?:\(0\)|0)?[\s.-]{0,2}[1-357-9](?:[\s.-]{0,2}\d){8,9}(?!\d)/u,
  /(?<![\p{L}\d-])\(?0[1-357-9](?:[\s().-]{0,2}\d){8,9}(?!\d)/u,
];

export function hasPhoneNumber(text: string): boolean {
  return PHONE.some((pattern) => pattern.test(text));
}

/** The letters that begin a UK postcode. The whole list keeps `Q2 1AB` and the like from reading as one. */
const POSTCODE_AREAS = (
  'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX ' +
  'FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN ' +
  'NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB ' +
  'W WA WC WD WF WN WR WS WV YO ZE'
).replaceAll(' ', '|');
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\d])(?:${POSTCODE_AREAS})\\d[\\dA-HJKMNPR-Y]?[\\s-]{0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])`,
  'giu',
);
/** `FD-B5, 2nd` is not a postcode. */
const ORDINAL = /(?:1st|2nd|3rd|\dth)$/;

export function hasPostcode(text: string): boolean {
  return (text.match(POSTCODE) ?? []).some((match) => !ORDINAL.test(match));
}
