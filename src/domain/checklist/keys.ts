/** Keys that mean something, so that two people who write the same thing at once write one row. */

/** `front-door-2026`. */
export function themeKey(packId: string, year: number): string {
  return `${packId}-${year}`;
}

/** `front-door-2026.FD-A1`. */
export function promptKey(theme: string, code: string): string {
  return `${theme}.${code}`;
}

/** `front-door-2026.FD-A1.police`. */
export function assessmentKey(prompt: string, partner: string): string {
  return `${prompt}.${partner}`;
}

/** `<evidence>.front-door-2026.FD-A1`. */
export function evidenceLinkKey(evidence: string, prompt: string): string {
  return `${evidence}.${prompt}`;
}

/** `front-door-2026.police`, or `front-door-2026` for the theme's own folder. */
export function folderKey(theme: string, partner?: string): string {
  return partner === undefined ? theme : `${theme}.${partner}`;
}

/** `front-door.v1.2`. */
export function packKey(id: string, version: string): string {
  return `${id}.v${version.replace(/[^A-Za-z0-9._-]+/g, '-')}`;
}
