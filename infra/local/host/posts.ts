import { toFailure } from './answers.ts';
import type { Reader } from './reader.ts';

/** The newest messages of a channel, as Graph gives them to this person. */
export async function readPosts(reader: Reader, user: string, team: string, channel: string): Promise<Response> {
  const path = `/teams/${encodeURIComponent(team)}/channels/${encodeURIComponent(channel)}/messages?$top=50`;
  const answer = await reader.asPerson(user, ['ChannelMessage.Read.All'], path);
  return answer.ok ? Response.json(await answer.json()) : toFailure(answer, 'The posts could not be read.');
}
