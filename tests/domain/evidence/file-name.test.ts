import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkFileName,
  checkFolderName,
  checkPath,
  proposeFileName,
  proposeFolderName,
  questionFileName,
} from '../../../src/domain/evidence/file-name.ts';

const TODAY = '2026-11-23';

/** Pieces that make faults likely. */
const names = fc
  .array(
    fc.constantFrom(
      ...'"*:<>?/\\|~$._ -#%é',
      'CON',
      'nul',
      'LPT1',
      '_vti_',
      '.lock',
      'desktop.ini',
      'report',
      '.pdf',
      '\u0000',
      '\u0085',
      '\ud800',
      '😀',
      'x'.repeat(200),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('a file name', () => {
  it.each([
    'Police_FD-B5_strategy-attendance_2026-10-31.xlsx',
    'Budget 50% #2.pdf',
    'Räksmörgås.docx',
    '~draft.txt',
    'constable.pdf',
    'com10.txt',
    'a.b.c',
    '.gitignore',
    'forms',
    'x'.repeat(255),
  ])('may be %s', (name) => {
    expect(checkFileName(name)).toEqual([]);
  });

  it.each([
    ['a:b.pdf', 'SharePoint does not take : in a name. Use a hyphen in its place.'],
    ['what?*.pdf', 'SharePoint does not take ? * in a name. Use a hyphen in its place.'],
    ['a/b', 'SharePoint does not take / in a name. Use a hyphen in its place.'],
    [' a.pdf', 'The name begins or ends with a space. Take the space away.'],
    ['a.pdf ', 'The name begins or ends with a space. Take the space away.'],
    ['~$plan.docx', 'A name that begins with ~$ is the temporary copy of an open document. Send the document itself.'],
    ['a_vti_b.txt', 'SharePoint keeps _vti_ for itself. Take it out of the name.'],
    ['A_VTI_b.txt', 'SharePoint keeps _vti_ for itself. Take it out of the name.'],
    ['CON', 'The name CON is kept for the system. Choose another.'],
    ['aux.txt', 'The name aux.txt is kept for the system. Choose another.'],
    ['Com0', 'The name Com0 is kept for the system. Choose another.'],
    ['lpt9', 'The name lpt9 is kept for the system. Choose another.'],
    ['.LOCK', 'The name .LOCK is kept for the system. Choose another.'],
    ['Desktop.ini', 'The name Desktop.ini is kept for the system. Choose another.'],
    ['..', 'The name .. is kept for the system. Choose another.'],
    ['a\u0000b', 'The name holds a character that cannot be seen. Type the name again.'],
    ['rtl\u202etxt.exe', 'The name holds a character that cannot be seen. Type the name again.'],
    ['a\ud800b', 'The name holds a character that cannot be seen. Type the name again.'],
    ['', 'The name is empty. Give it a name.'],
    ['   ', 'The name is empty. Give it a name.'],
    ['x'.repeat(256), 'The name has 256 characters; at most 255 are kept. Shorten it.'],
  ])('may not be %j', (name, sentence) => {
    expect(checkFileName(name)).toContain(sentence);
  });

  it('hears of all its faults at once', () => {
    expect(checkFileName(' a|b ')).toHaveLength(2);
  });
});

describe('a folder name', () => {
  it('has two rules more than a file name', () => {
    expect(checkFolderName('~draft')).toEqual(['A folder name cannot begin with ~. Take it away.']);
    expect(checkFolderName('Police etc.')).toEqual(['A folder name cannot end with a full stop. Take it away.']);
    expect(checkFolderName('1 Documents asked for')).toEqual([]);
  });
});

describe('a proposed name', () => {
  it.each([
    ['good.pdf', 'good.pdf'],
    ['a:b.pdf', 'a-b.pdf'],
    [' a.pdf ', 'a.pdf'],
    ['~$plan.docx', 'plan.docx'],
    ['CON.pdf', 'file CON.pdf'],
    ['.lock', 'file lock'],
    ['my_vti_plan.txt', 'myvtiplan.txt'],
    ['__vti__.txt', 'vti.txt'],
    ['', 'file'],
    ['...', 'file'],
  ])('for %j is %j', (name, proposal) => {
    expect(proposeFileName(name)).toBe(proposal);
  });

  it('keeps the ending of a name that is too long', () => {
    const proposal = proposeFileName(`${'x'.repeat(300)}.pdf`);
    expect(proposal).toMatch(/^x+\.pdf$/);
  });

  it('is always accepted, and a good name is left alone', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ maxLength: 400, unit: 'binary' })), (name) => {
        expect(checkFileName(proposeFileName(name))).toEqual([]);
        expect(checkFolderName(proposeFolderName(name))).toEqual([]);
        expect(proposeFileName(proposeFileName(name))).toBe(proposeFileName(name));
        if (checkFileName(name).length === 0) expect(proposeFileName(name)).toBe(name);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a place in the library', () => {
  it('has at most 400 characters', () => {
    expect(checkPath('x'.repeat(400))).toBeUndefined();
    expect(checkPath('x'.repeat(401))).toBe(
      'The folders and the name together have 401 characters; SharePoint takes 400. Shorten the name.',
    );
  });
});

describe('a file name that says who somebody is', () => {
  it('is questioned before it is sent', () => {
    expect(questionFileName('Jane Smith 12-03-2014.pdf', TODAY)).toBe(
      'The name of this file holds what looks like a name with a date of birth. Rename it before you send it.',
    );
    expect(questionFileName('record 9434765919.pdf', TODAY)).toContain('an NHS number');
    expect(questionFileName('bea@council.gov.uk.msg', TODAY)).toContain('an email address');
    expect(questionFileName('visit LS1 4AP.docx', TODAY)).toContain('a postcode');
  });

  it.each([
    'Smith 12.03.2011.txt',
    'JS_12.03.2011.pdf',
    'jack smith 12.3.11.docx',
    'smith_jack_12032011.docx',
    'Jack-Smith-12Mar2011.pdf',
    'Minutes 12-03-2011 JS.pdf',
    'record 2011-03-12.pdf',
    'gran 01.02.47.pdf',
  ])('is questioned for a day long past, whoever is named beside it: %s', (name) => {
    expect(questionFileName(name, TODAY)).toMatch(/ date of birth\. /);
  });

  it('is questioned for what is called a date of birth, however it is written', () => {
    expect(questionFileName('dob120325.docx', TODAY)).toContain('a date of birth');
  });

  it.each(['born 2012.txt', 'JS_born_in_2012.docx', 'Visit (DOB-2012).pdf', 'CHILD-01 born 2012.docx'])(
    'is questioned for a year of birth: %s',
    (name) => {
      expect(questionFileName(name, TODAY)).toContain('a year of birth');
    },
  );

  it.each(['Children born 2012 to 2015.xlsx', 'Cohort born 2012-2015.xlsx', 'Newborn 2026 pathway.pdf'])(
    'is not questioned for the years of many: %s',
    (name) => {
      expect(questionFileName(name, TODAY)).toBeUndefined();
    },
  );

  it.each(['Board minutes 12.03.2026.pdf', 'Audit 2024-11-30.xlsx', 'rota_01122026.xlsx', 'Version 12.3.pdf'])(
    'is not questioned for a day that evidence is of: %s',
    (name) => {
      expect(questionFileName(name, TODAY)).toBeUndefined();
    },
  );

  it('may carry a pseudonymous reference or a day', () => {
    expect(questionFileName('CHILD-01 evaluation.docx', TODAY)).toBeUndefined();
    expect(questionFileName('Police_FD-B5_strategy-attendance_2026-10-31.xlsx', TODAY)).toBeUndefined();
  });
});
