import { expect, it } from 'vitest';
import { opensIn } from '../../../src/domain/evidence/preview-kind.ts';

it('a file is said to open in Office only where Office opens it', () => {
  expect(['Plan.docx', 'Data.XLSX', 'Talk.pptx', 'Old.doc'].map(opensIn)).toEqual(Array(4).fill('Office'));
  const others = ['Page.html', 'Map.svg', 'Photo.png', 'Signed.pdf', 'Note.txt', 'docx', 'none.docx.zip'];
  expect(others.map(opensIn)).toEqual(others.map(() => 'SharePoint'));
});
