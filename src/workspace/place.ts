/** A channel of a team: where the tab is open. `teamId` is the id of the team's group. */
export type Place = {
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName?: string | undefined;
};
