import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivateDetail } from '../../../src/domain/alerts/privacy-check.ts';

const kindOf = (text: string) => findPrivateDetail(text)?.kind;

/** Nine digits and their modulus-11 check digit; undefined where no check digit exists. */
function checked(nine: number): string | undefined {
  const digits = String(nine).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? undefined : `${digits}${check === 11 ? 0 : check}`;
}

describe('an NHS number', () => {
  it.each([
    '9434765919',
    '943 476 5919',
    '943-476-5919',
    '943  476  5919',
    'ref 9434765919.',
    'x_9434765919_y',
    '943 476 5919',
  ])('is found in %j', (text) => {
    expect(kindOf(text)).toBe('NHS number');
  });

  it.each(['9434765918', '943 476 5910', '94347659190', '1234567890', '943476591', 'Request 4000000000'])(
    'is not seen in %j',
    (text) => {
      expect(kindOf(text)).toBeUndefined();
    },
  );

  it('is every ten digits whose last is their check digit, and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200_000_000, max: 999_999_999 }), fc.integer({ min: 0, max: 9 }), (nine, last) => {
        const text = `${nine}${last}`;
        // Eight digits of it may be a date, as in any long number; those are asked about elsewhere.
        expect(kindOf(text) === 'NHS number').toBe(checked(nine) === text);
      }),
    );
  });
});

describe('a postcode', () => {
  it.each(['SW1A 1AA', 'sw1a1aa', 'LS1 4AP', 'B5 7AA', 'M1 1AE', 'EC1A-1BB', 'CR2 6XH', 'lives at yo10 5dd now'])(
    'is found in %j',
    (text) => {
      expect(kindOf(text)).toBe('postcode');
    },
  );

  it.each([
    'FD-B5',
    'FD-B5 2nd review',
    'FD-E1 2pp each',
    'E1 4th floor',
    'FD-B5, 4th meeting',
    'SYV-1.2',
    'SYV-I.1',
    'CCE-10',
    'S47 and ICPC',
    'Q2 1AB',
    'WD3 at 9am',
    'Annex A1',
    'E1, 4pm',
    'Police_FD-B5_strategy-attendance_2026-10-31.xlsx',
    '3f9a2c1b',
    'b1b1b1b1-0000-4000-8000-000000000001',
  ])('is not seen in %j', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});

describe('a phone number', () => {
  it.each([
    '07700 900123',
    '07700900123',
    '+44 7700 900123',
    '+44 (0)20 7946 0123',
    '0044 20 7946 0123',
    '(020) 7946 0123',
    '0113 496 0123',
    '01632-960123',
    '0800.123.4567',
    'call 01632 960 123 today',
  ])('is found in %j', (text) => {
    expect(kindOf(text)).toBe('phone number');
  });

  it.each(['01.12.2026 10.30', '0 of 30', '00 Logistics', '2026-11-30T09:20:00Z', '161 of 1,250', '09.30 to 10.30'])(
    'is not seen in %j',
    (text) => {
      expect(kindOf(text)).toBeUndefined();
    },
  );
});

describe('an email address', () => {
  it.each([
    'a.b@northbridge.example',
    'Write to <bea@council.gov.uk>',
    "o'neil+x@nhs.net",
    'jomo_nvf.example#EXT#@northbridge.example',
  ])('is found in %j', (text) => {
    expect(kindOf(text)).toBe('email');
  });

  it.each(['@police', 'look @ this', 'a@b', '4 @ 10.30'])('is not seen in %j', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});

describe('a name with a date of birth', () => {
  it.each([
    'Jane Smith (12/03/2014)',
    'Jane Smith 12.03.2014',
    'Smith, Jane, 12 March 2014',
    'J Smith 12th Mar 2014',
    'J. Smith - 2014-03-12',
    'JANE SMITH 12-3-14',
    'Jane_Smith_2014-03-12.pdf',
    '2014-03-12 Jane Smith.docx',
    "Siân O'Neill, 1 May 2015",
    'DOB 12/03/2014',
    'd.o.b. 12.3.14',
    'date of birth: 12 March 2014',
    'jane smith dob 12032014',
    'Jane Smith, born on 12 March 2014',
    'Jane Smith born Wed 12 Mar 2014',
    'Jane Smith (b. 12/03/2014)',
    "Jane's date of birth is 12 March 2014",
    "Jane Smith, 12 Mar '14",
    'Jane Mary Smith 12/03/2014',
    'Jane\u200b Smith 12/03/2014',
  ])('is found in %j', (text) => {
    expect(kindOf(text)).toBe('name with a date of birth');
  });

  it.each([
    'Mon 30 Nov 2026',
    'Kit Marrowdale, Wed 9 Dec 2026',
    'Wed 9 Dec 2026, Kit Marrowdale',
    'Police: Diversion panel minutes, due Fri 4 Dec 2026',
    'Strategy Meeting 31/10/2026',
    'Audit 31.10.2026',
    'Annual Report 2025-03-31',
    'MASH Board Minutes 12-10-2026.docx',
    'ICB_FD-A8_Supervision-Figures_2026-09-30.pdf',
    'Jane Smith',
    'Probation documents, 2 of 11 not in, due Fri 4 Dec',
    'Period 2026-01-01 to 2026-06-30',
    'born in Leeds',
  ])('is not seen in %j', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});

describe('a reference to a child', () => {
  it.each(['CHILD-01', 'child-7', 'Child 3 chronology', 'CHILD_12.pdf', 'CHILD01'])('is found in %j', (text) => {
    expect(kindOf(text)).toBe('child reference');
  });

  it.each([
    'Child seen and heard early; the record shows daily life',
    'each child 10 or over',
    'a child 10+',
    'children 10 to 15',
    'CHILD-nn',
    'grandchild-1x',
  ])('is not seen in %j', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});

describe('what is said about a finding', () => {
  it('names the kind and never repeats the detail', () => {
    expect(findPrivateDetail('bea@council.gov.uk')?.sentence).toBe('This text holds what looks like an email address.');
    for (const text of ['943 476 5919', 'SW1A 1AA', '07700 900123', 'Jane Smith 12/03/2014', 'CHILD-01']) {
      expect(findPrivateDetail(text)?.sentence).not.toContain(text);
    }
  });

  it('is found wherever it stands among other words', () => {
    const details = fc.constantFrom('9434765919', 'SW1A 1AA', '07700 900123', 'a@b.uk', 'dob 12/03/2014', 'CHILD-01');
    fc.assert(
      fc.property(fc.lorem(), details, fc.lorem(), (before, detail, after) => {
        expect(findPrivateDetail(`${before} ${detail}, ${after}`)).toBeDefined();
      }),
    );
  });

  it('is quick on long and hostile text', () => {
    for (const piece of ['0 ', 'a@', 'A ', '1.', '+44', 'Aa-', 'child ']) {
      expect(() => findPrivateDetail(piece.repeat(20_000))).not.toThrow();
    }
  });
});
