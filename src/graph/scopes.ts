/** What the app asks a person's consent for, and when. */
export const everydayScopes: readonly string[] = [
  'User.Read',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'Sites.ReadWrite.All',
  'Files.ReadWrite.All',
  'ChannelMessage.Send',
];

/** Needed to make lists and columns; asked for when somebody sets up or repairs a workspace. */
export const setUpScopes: readonly string[] = [...everydayScopes, 'Sites.Manage.All'];

/** An administrator must consent; without it leads are typed by hand instead of picked. */
export const teamMembersScopes: readonly string[] = ['TeamMember.Read.All'];

/** An administrator must consent; without it Settings cannot list who is in a private or shared channel. */
export const channelMembersScopes: readonly string[] = ['ChannelMember.Read.All'];
