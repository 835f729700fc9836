import { proposeFolderName } from './evidence/file-name.ts';

export type FolderPlan = {
  readonly name: string;
  /** The partner whose folder this is; missing for the theme's own and for those all partners share. */
  readonly partner?: string;
  readonly folders: readonly FolderPlan[];
};

/** What each partner's folder holds, in order. */
export const partnerFolders = [
  '1 Documents asked for',
  '2 Self-evaluation',
  '3 Audits',
  '4 Data',
  '5 Policies',
] as const;

const FIRST_SHARED = ['00 Logistics'] as const;
const LAST_SHARED = ['Benchmark', 'Submitted', 'Letter and action plan'] as const;

/** Folders beside the partners' own; no partner may have such a name. */
export const sharedFolders: readonly string[] = [...FIRST_SHARED, ...LAST_SHARED];

/** `2026 JTAI Front door`. */
export function themeFolderName(theme: { readonly title: string; readonly year: number }): string {
  return proposeFolderName(`${theme.year} JTAI ${theme.title}`);
}

/** The folders of one theme, under the partners' names on screen. */
export function planFolders(
  theme: { readonly title: string; readonly year: number },
  partners: readonly { readonly uid: string; readonly title: string }[],
): FolderPlan {
  return {
    name: themeFolderName(theme),
    folders: [
      ...FIRST_SHARED.map(emptyFolder),
      ...partners.map((partner) => ({
        name: proposeFolderName(partner.title),
        partner: partner.uid,
        folders: partnerFolders.map(emptyFolder),
      })),
      ...LAST_SHARED.map(emptyFolder),
    ],
  };
}

function emptyFolder(name: string): FolderPlan {
  return { name, folders: [] };
}
