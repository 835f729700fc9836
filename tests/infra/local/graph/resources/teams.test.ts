import type { Channel, ConversationMember, DriveItem, Team } from '@microsoft/microsoft-graph-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { channel, TEAM } from '../../support/places.ts';

let northbridge: Northbridge;
beforeAll(async () => {
  northbridge = await openNorthbridge();
});

const channelNames = async (person: string): Promise<(string | undefined)[]> => {
  const page = await bodyOf<{ value: Channel[] }>((await northbridge.as(person))(`${TEAM}/channels`));
  return page.value.map((each) => each.displayName);
};

describe('a team', () => {
  it('is among the teams of its members, guests included', async () => {
    for (const person of ['Bea', 'Jomo']) {
      const page = await bodyOf<{ value: Team[] }>((await northbridge.as(person))('/me/joinedTeams?$select=id'));
      expect(page.value.map((team) => team.displayName)).toEqual(['Northbridge Partnership']);
    }
  });

  it('is not among those of anybody else', async () => {
    for (const person of ['Edwin', 'Niamh']) {
      expect(await bodyOf((await northbridge.as(person))('/me/joinedTeams'))).toEqual({ value: [] });
    }
  });

  it('refuses those who are not in it', async () => {
    const edwin = await northbridge.as('Edwin');
    expect((await edwin(TEAM)).status).toBe(403);
    expect((await edwin(`${TEAM}/channels`)).status).toBe(403);
    expect((await edwin(`${TEAM}/members`)).status).toBe(403);
  });

  it('lists its members with opaque ids', async () => {
    const bea = await northbridge.as('Bea');
    const page = await bodyOf<{ value: (ConversationMember & { userId: string })[] }>(bea(`${TEAM}/members`));
    expect(page.value).toHaveLength(15);
    expect(page.value[0]).toMatchObject({ displayName: 'Bea Thistledown', roles: ['owner'] });
    expect(page.value.every((member) => member.id !== member.userId)).toBe(true);
    const owners = await bodyOf<{ value: object[] }>(bea(`${TEAM}/members?$filter=displayName eq 'Kit Marrowdale'`));
    expect(owners.value).toHaveLength(1);
  });

  it('takes new members from its owner', async () => {
    const fresh = await openNorthbridge();
    const json = {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      roles: [],
      'user@odata.bind': "https://graph.microsoft.com/v1.0/users('a0a0a0a0-0000-4000-8000-000000000017')",
    };
    const scope = 'TeamMember.ReadWriteNonOwnerRole.All';
    const call = { method: 'POST', json };
    expect((await (await fresh.as('Kit', scope))(`${TEAM}/members`, call)).status).toBe(403);
    await bodyOf((await fresh.as('Bea', scope))(`${TEAM}/members`, call), 201);
    expect((await (await fresh.as('Edwin'))(TEAM)).status).toBe(200);
  });
});

describe('a channel', () => {
  it('is seen by those who belong to it', async () => {
    expect(await channelNames('Bea')).toHaveLength(5);
    expect(await channelNames('Kit')).toEqual(['General', 'JTAI preparation', 'Policy and practice']);
    expect(await channelNames('Marta')).toContain('Police and partners');
  });

  it('that is private looks to others as if it were not there', async () => {
    const kit = await northbridge.as('Kit');
    const made = await kit(channel('Case'));
    const unknown = await kit(`${TEAM}/channels/19:nothing@thread.tacv2`);
    expect([made.status, unknown.status]).toEqual([404, 404]);
    const messageOf = async (response: Response) =>
      ((await response.json()) as { error: { message: string } }).error.message;
    expect(await messageOf(made)).toBe(await messageOf(unknown));
  });

  it('that is private has a site and a drive of its own, which others cannot find', async () => {
    const bea = await northbridge.as('Bea');
    const folder = await bodyOf<DriveItem>(bea(`${channel('Case')}/filesFolder`));
    const general = await bodyOf<DriveItem>(bea(`${channel('General')}/filesFolder`));
    expect(folder.parentReference?.driveId).not.toBe(general.parentReference?.driveId);
    const kit = await northbridge.as('Kit');
    expect((await kit(`/drives/${folder.parentReference?.driveId}/root`)).status).toBe(404);
    expect((await kit(`/sites/${folder.parentReference?.siteId}`)).status).toBe(404);
    const found = await bodyOf<{ value: object[] }>(kit('/sites?search=Case'));
    expect(found.value).toEqual([]);
  });

  it('that is shared is open to an outside member, who sees nothing else of the team', async () => {
    const niamh = await northbridge.as('Niamh');
    expect(await bodyOf(niamh(channel('Police')))).toMatchObject({ membershipType: 'shared' });
    await bodyOf(niamh(`${channel('Police')}/filesFolder`));
    expect((await niamh(channel('General'))).status).toBe(403);
  });

  it('is filtered by kind', async () => {
    const bea = await northbridge.as('Bea');
    const page = await bodyOf<{ value: Channel[] }>(bea(`${TEAM}/channels?$filter=membershipType eq 'private'`));
    expect(page.value.map((each) => each.displayName)).toEqual(['Case evaluations']);
  });

  it('of the team comes first', async () => {
    expect(await bodyOf((await northbridge.as('Kit'))(`${TEAM}/primaryChannel`))).toMatchObject({
      displayName: 'General',
    });
  });

  it('has members: of the team if it is standard, its own if not', async () => {
    const bea = await northbridge.as('Bea');
    const count = async (name: string) =>
      (await bodyOf<{ value: object[] }>(bea(`${channel(name)}/members`))).value.length;
    expect(await count('General')).toBe(15);
    expect(await count('Case')).toBe(4);
  });

  it('can be made, once under a name', async () => {
    const fresh = await openNorthbridge();
    const bea = await fresh.as('Bea', 'Channel.Create Channel.ReadBasic.All Files.Read.All');
    const call = { method: 'POST', json: { displayName: 'Rehearsal', membershipType: 'private' } };
    const made = await bodyOf<Channel>(bea(`${TEAM}/channels`, call), 201);
    await bodyOf(bea(`${TEAM}/channels/${made.id}/filesFolder`));
    expect((await bea(`${TEAM}/channels`, call)).status).toBe(400);
  });
});
