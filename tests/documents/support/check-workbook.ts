import { unzipSync } from 'fflate';

/**
 * What a strict reader of workbooks finds wrong, in words: parts without a type or without a relationship, relationships
 * that lead nowhere, cells out of order or that name no text, and anything that could be worked out or fetched.
 */
export function checkWorkbook(bytes: Uint8Array): readonly string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]));
  const faults: string[] = [];
  const [types = ''] = [parts.get('[Content_Types].xml')];
  const defaults = new Set(findAll(types, /<Default\s[^>]*Extension="([^"]+)"/g));
  const overrides = new Set(findAll(types, /<Override\s[^>]*PartName="([^"]+)"/g));
  for (const name of overrides) if (!parts.has(name.slice(1))) faults.push(`${name} has a type and is not there`);
  const reached = new Set(['[Content_Types].xml']);
  for (const [name, xml] of parts) {
    if (name === '[Content_Types].xml') continue;
    if (!overrides.has(`/${name}`) && !defaults.has(name.split('.').at(-1) ?? '')) faults.push(`${name} has no type`);
    if (/<!(?:DOCTYPE|ENTITY)/.test(xml)) faults.push(`${name} defines entities`);
    if (!name.endsWith('.rels')) continue;
    reached.add(name);
    const [, base = '', owner = ''] = /^(.*?)_rels\/(.*)\.rels$/.exec(name) ?? [];
    const source = owner === '' ? '' : parts.get(`${base}${owner}`);
    if (source === undefined) faults.push(`${name} belongs to nothing`);
    const ids = new Set(findAll(xml, /<Relationship\s[^>]*\bId="([^"]+)"/g));
    for (const id of findAll(source ?? '', /\sr:id="([^"]+)"/g)) if (!ids.has(id)) faults.push(`${owner} lacks ${id}`);
    if (xml.includes('TargetMode="External"')) faults.push(`${name} leads outside`);
    for (const target of findAll(xml, /<Relationship\s[^>]*\bTarget="([^"]+)"/g)) {
      const at = target.startsWith('/') ? target.slice(1) : `${base}${target}`;
      if (parts.has(at)) reached.add(at);
      else faults.push(`${name} leads to ${target}, which is not there`);
    }
  }
  for (const name of parts.keys()) if (!reached.has(name)) faults.push(`nothing leads to ${name}`);
  const texts = findAll(parts.get('xl/sharedStrings.xml') ?? '', /<si[\s>](.*?)<\/si>/gs).length;
  for (const [name, xml] of parts) {
    if (name.startsWith('xl/worksheets/')) faults.push(...checkSheet(name, xml, texts));
  }
  return faults;
}

function checkSheet(name: string, xml: string, texts: number): readonly string[] {
  const faults = /<f[\s>/]/.test(xml) ? [`${name} holds a formula`] : [];
  if (/<hyperlink|<oleObject|<drawing/.test(xml)) faults.push(`${name} holds more than cells`);
  let last = 0;
  for (const [, head = '', value = ''] of xml.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, letters = '', row = ''] = /\br="([A-Z]+)(\d+)"/.exec(head) ?? [];
    const at = Number(row) * 1_000 + [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    if (at <= last) faults.push(`${name} has ${letters}${row} out of order`);
    last = at;
    if (!head.includes('t="s"')) faults.push(`${name} has ${letters}${row}, which is no text`);
    else if (!(Number(/<v>(\d+)<\/v>/.exec(value)?.[1]) < texts)) faults.push(`${letters}${row} names no text`);
  }
  return faults;
}

function findAll(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
}
