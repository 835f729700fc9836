/** Where a person can be in the product; every record has one, so that it can be shared and opened cold. */
export type Address =
  | { readonly screen: 'home' }
  | {
      readonly screen: 'checklist';
      readonly assessment?: string;
      readonly prompt?: undefined;
      readonly rows?: undefined;
    }
  | {
      readonly screen: 'checklist';
      readonly prompt: string;
      readonly assessment?: undefined;
      readonly rows?: undefined;
    }
  | { readonly screen: 'checklist'; readonly rows: Rows; readonly assessment?: undefined; readonly prompt?: undefined }
  | { readonly screen: 'evidence'; readonly item?: string; readonly rows?: undefined }
  | { readonly screen: 'evidence'; readonly rows: Rows; readonly item?: undefined }
  | { readonly screen: 'settings' };

/** The rows behind a number: a list that the screen knows by this key, of one partner or of all. */
export type Rows = { readonly list: string; readonly partner?: string };

export type LinkTarget = {
  /** `https://teams.microsoft.com` in a tenant; no slash at the end. */
  readonly linkBase: string;
  readonly appId: string;
  /** The entity id that the tab was saved with. */
  readonly entityId: string;
  /** Left out for the personal tab. */
  readonly channelId?: string;
  /** What Teams shows for the link. */
  readonly label: string;
};

/** Our own keys only: what else arrives in a link came from somewhere else. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,149}$/;

const SCREENS: readonly Address[] = [
  { screen: 'home' },
  { screen: 'checklist' },
  { screen: 'evidence' },
  { screen: 'settings' },
];

/** The part of a deep link that names the record: `assessment/front-door-2026.FD-A1.police`. */
export function toSubPageId(address: Address): string {
  if (address.screen === 'checklist') {
    if (address.rows !== undefined) return `answers/${toRowsText(address.rows)}`;
    if (address.assessment !== undefined) return `assessment/${address.assessment}`;
    if (address.prompt !== undefined) return `prompt/${address.prompt}`;
    return 'checklist';
  }
  if (address.screen === 'evidence') {
    if (address.rows !== undefined) return `documents/${toRowsText(address.rows)}`;
    if (address.item !== undefined) return `evidence/${address.item}`;
  }
  return address.screen;
}

function toRowsText({ list, partner }: Rows): string {
  return partner === undefined ? list : `${list}/${partner}`;
}

/** The address that `text` names; undefined for anything that this product did not write. */
export function fromSubPageId(text: string): Address | undefined {
  const screen = SCREENS.find((known) => known.screen === text);
  if (screen) return screen;
  const [kind, key, partner, ...more] = text.split('/');
  if (key === undefined || more.length > 0 || ![key, partner ?? key].every((each) => KEY.test(each))) return undefined;
  const rows = { list: key, ...(partner !== undefined && { partner }) };
  if (kind === 'answers') return { screen: 'checklist', rows };
  if (kind === 'documents') return { screen: 'evidence', rows };
  if (partner !== undefined) return undefined;
  if (kind === 'assessment') return { screen: 'checklist', assessment: key };
  if (kind === 'prompt') return { screen: 'checklist', prompt: key };
  if (kind === 'evidence') return { screen: 'evidence', item: key };
  return undefined;
}

/** A Teams deep link to the address, in Microsoft's `/l/entity/` form. */
export function toDeepLink(address: Address, target: LinkTarget): string {
  const context = JSON.stringify({
    subEntityId: toSubPageId(address),
    ...(target.channelId === undefined ? {} : { channelId: target.channelId }),
  });
  const path = `/l/entity/${encodeURIComponent(target.appId)}/${encodeURIComponent(target.entityId)}`;
  return `${target.linkBase}${path}?webUrl=&label=${encodeURIComponent(target.label)}&context=${encodeURIComponent(context)}`;
}
