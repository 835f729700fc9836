/**
 * Which scopes open which kind of call: the least that the contract names, and the broader ones that clearly cover it.
 * Endpoints name one of these groups.
 */
const and = (...lists: (readonly string[] | string)[]): readonly string[] => lists.flat();

export const readSites = ['Sites.Read.All', 'Sites.ReadWrite.All'] as const;
export const writeSites = ['Sites.ReadWrite.All'] as const;
export const manageLists = ['Sites.Manage.All'] as const;
export const readColumns = [
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Sites.FullControl.All',
] as const;
export const manageColumns = ['Sites.Manage.All', 'Sites.FullControl.All'] as const;
export const controlSites = ['Sites.FullControl.All'] as const;

export const readFiles = and('Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All', readSites);
export const writeFiles = ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'] as const;
export const readItems = and(readFiles, 'Group.Read.All', 'Group.ReadWrite.All');
/** These reach only the caller's own OneDrive; a team's library needs one of the others. */
export const ownFilesOnly: ReadonlySet<string> = new Set(['Files.Read', 'Files.ReadWrite', 'User.Read']);

export const readMe = [
  'User.Read',
  'User.ReadWrite',
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
] as const;
export const readPeople = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
] as const;
export const readPerson = and(readPeople, 'User.Read', 'User.ReadWrite');
export const readMemberships = [
  'User.Read',
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
] as const;
export const readGroupMembers = [
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
] as const;

export const readJoinedTeams = [
  'Team.ReadBasic.All',
  'TeamSettings.Read.All',
  'TeamSettings.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
] as const;
export const readTeam = and(readJoinedTeams, 'Group.Read.All', 'Group.ReadWrite.All');
export const readTeamMembers = ['TeamMember.Read.All', 'TeamMember.ReadWrite.All'] as const;
export const addTeamMembers = ['TeamMember.ReadWriteNonOwnerRole.All', 'TeamMember.ReadWrite.All'] as const;
export const readPrimaryChannel = [
  'Channel.ReadBasic.All',
  'ChannelSettings.Read.All',
  'ChannelSettings.ReadWrite.All',
] as const;
export const readChannels = and(
  readPrimaryChannel,
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
);
export const createChannels = ['Channel.Create', 'Group.ReadWrite.All', 'Directory.ReadWrite.All'] as const;
export const readChannelMembers = ['ChannelMember.Read.All', 'ChannelMember.ReadWrite.All', 'Group.Read.All'] as const;
export const readMessages = ['ChannelMessage.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'] as const;
export const sendMessages = ['ChannelMessage.Send', 'Group.ReadWrite.All'] as const;

/** Scopes that a person cannot consent to alone. */
export const forAdministrators: ReadonlySet<string> = new Set([
  'Channel.Create',
  'TeamMember.Read.All',
  'TeamMember.ReadWrite.All',
  'TeamMember.ReadWriteNonOwnerRole.All',
  'ChannelMember.Read.All',
  'ChannelMember.ReadWrite.All',
  'ChannelMessage.Read.All',
  'GroupMember.ReadBasic.All',
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Sites.FullControl.All',
  'TeamsAppInstallation.ReadForTeam',
  'Calendars.ReadBasic',
]);

/** Posting as an app, and whatever begins with `me`, exists only for people. */
export const forPeopleOnly: ReadonlySet<string> = new Set([
  'ChannelMessage.Send',
  'User.Read',
  'Files.Read',
  'Files.ReadWrite',
]);
