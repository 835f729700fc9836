import type { PackIndex } from './evidence-index.ts';

/** The same as the index, for a program. */
export function writeManifest(index: PackIndex): string {
  const about = Object.fromEntries(index.about);
  return `${JSON.stringify({ about, files: index.files, missingOrLeftOut: index.gaps }, undefined, 2)}\n`;
}

/** The same as the index, for somebody without Excel. */
export function writeReadMe({ about, files, gaps }: PackIndex): string {
  const lines = [
    ...about.map(([name, value]) => `${name}: ${oneLine(value)}`),
    '',
    `In this pack: ${files.length}`,
    ...files.flatMap((file) => [
      `- ${file.path}`,
      `  ${oneLine(`${file.title}. ${file.state}. ${file.warning && `${file.warning}. `}SHA-256 ${file.sha256}`)}`,
    ]),
    '',
    `Missing or left out: ${gaps.length}`,
    ...gaps.flatMap((gap) => [
      `- ${oneLine(`${gap.title} (${gap.partner})`)}`,
      `  ${oneLine(`${gap.reason}. ${gap.why}`)}`,
    ]),
  ];
  // Notepad of old needs both characters.
  return `${lines.join('\r\n')}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
