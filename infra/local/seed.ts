/**
 * What a stand-in is filled with on its first start: a tenant, its people, their teams and channels. Sites, libraries
 * and channel folders follow from these, as they do in Microsoft 365.
 */

export type SeedTenant = { readonly id: string; readonly name: string; readonly domain: string };

export type SeedPerson = {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly jobTitle?: string;
  /** A guest has an account in this tenant; an outside member of a shared channel stays in their own. */
  readonly kind: 'member' | 'guest' | 'outside';
  readonly homeTenant?: string;
};

export type SeedChannel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'standard' | 'private' | 'shared';
  /** Private and shared channels only; a standard channel has the team's members. */
  readonly members?: readonly string[];
};

export type SeedTeam = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly owners: readonly string[];
  readonly members: readonly string[];
  /** The first is the primary channel. */
  readonly channels: readonly SeedChannel[];
};

export type Seed = {
  readonly tenant: SeedTenant & { readonly sharePointHost: string };
  readonly otherTenants?: readonly SeedTenant[];
  readonly app: { readonly clientId: string; readonly teamsAppId: string; readonly name: string };
  readonly people: readonly SeedPerson[];
  readonly teams: readonly SeedTeam[];
  /** Delegated scopes that everybody has consented to for the app; `usualConsent` when not given. */
  readonly consented?: readonly string[];
};

/** What the app asks for in the course of a normal day, its set-up and its member lists included. */
export const usualConsent: readonly string[] = [
  'User.Read',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Files.ReadWrite.All',
  'ChannelMessage.Send',
  'TeamMember.Read.All',
  'ChannelMember.Read.All',
];
