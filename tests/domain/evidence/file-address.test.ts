import { describe, expect, it } from 'vitest';
import {
  documentOf,
  fileAddressKey,
  isOfSite,
  isSharingLink,
  linkedAddressKey,
} from '../../../src/domain/evidence/file-address.ts';

const site = 'https://northbridge.sharepoint.com';
const office = (document: string, more = '') =>
  `${site}/sites/jtai/_layouts/15/Doc.aspx?sourcedoc=${document}&file=Plan.docx${more}`;

describe('the address of a file', () => {
  it('is the same with what a browser or a share adds, and however it is written', () => {
    const known = fileAddressKey(`${site}/sites/jtai/Shared%20Documents/Plan.docx`);
    expect(fileAddressKey(`${site}/sites/JTAI/Shared Documents/plan.docx?web=1&e=a1#here`)).toBe(known);
    expect(fileAddressKey(`${site}/sites/jtai/Shared%20Documents/Plan%202.docx`)).not.toBe(known);
    expect(fileAddressKey(`${site}/100%.docx`)).toBe(`${site}/100%.docx`);
  });

  it('is the same as people copy it: opened in Office, or chosen in its library', () => {
    const known = fileAddressKey(`${site}/sites/jtai/Shared%20Documents/Police/Plan.docx`);
    expect(fileAddressKey(`${site}/:w:/r/sites/jtai/Shared%20Documents/Police/Plan.docx?d=w1&csf=1&web=1`)).toBe(known);
    const id = encodeURIComponent('/sites/jtai/Shared Documents/Police/Plan.docx');
    expect(fileAddressKey(`${site}/sites/jtai/Shared%20Documents/Forms/AllItems.aspx?id=${id}&parent=x`)).toBe(known);
    expect(documentOf(`${site}/:w:/r/sites/jtai/_layouts/15/Doc.aspx?sourcedoc=%7BA1B2-C3%7D`)).toBe('a1b2-c3');
  });

  it('is of the site whose part of the path it has', () => {
    const home = `${site}/sites/jtai/Shared%20Documents/JTAI`;
    expect(isOfSite(`${site}/:w:/r/sites/JTAI/Shared%20Documents/Plan.docx`, home)).toBe(true);
    expect(isOfSite(`${site}/sites/jtai-2/Shared%20Documents/Plan.docx`, home)).toBe(false);
    expect(isOfSite('https://elsewhere.example/Plan.docx', home)).toBe(false);
  });

  it('of an Office page is that of its own document, not of any other', () => {
    const known = fileAddressKey(office('%7BA1B2-C3%7D'));
    expect(fileAddressKey(office('a1b2-c3', '&action=edit&mobileredirect=true'))).toBe(known);
    expect(fileAddressKey(office('%7BD4E5-F6%7D'))).not.toBe(known);
  });

  it('outside the library is told apart by what names the document in its query, in whatever order', () => {
    const known = linkedAddressKey(`${site}/stream.aspx?id=one&list=2`);
    expect(linkedAddressKey(`${site}/Stream.aspx?list=2&web=1&id=one&e=a1`)).toBe(known);
    expect(linkedAddressKey(`${site}/stream.aspx?id=two&list=2`)).not.toBe(known);
  });

  it.each([
    [`${site}/:w:/s/jtai/EaBc12?e=x`, true],
    [`${site}/%3Ax%3A/r/sites/jtai/Plan.xlsx`, false],
    [`${site}/:w:/g/personal/bea/EaBc12`, true],
    ['https://1drv.ms/w/s!Abc', true],
    [`${site}/sites/jtai/_layouts/15/guestaccess.aspx?share=E1`, true],
    [`${site}/sites/jtai/Shared%20Documents/Plan.docx`, false],
    [office('%7BA1B2%7D'), false],
    ['not an address', false],
  ])('%s: a sharing link? %s', (address, is) => {
    expect(isSharingLink(address)).toBe(is);
  });
});
