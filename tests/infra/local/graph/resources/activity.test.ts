import { beforeEach, describe, expect, it } from 'vitest';
import { app, people, team } from '../../../../../infra/demo/northbridge.ts';
import { bodyOf, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { TEAM } from '../../support/places.ts';

let northbridge: Northbridge;
beforeEach(async () => {
  northbridge = await openNorthbridge();
});
const idOf = (name: string): string => people.find((person) => person.name.startsWith(name))?.id ?? '';

const notice = (name: string, more: object = {}) => ({
  topic: { source: 'entityUrl', value: `https://graph.microsoft.com/v1.0/teams/${team.id}` },
  activityType: 'promptAssigned',
  previewText: { content: 'You have a prompt' },
  recipient: { '@odata.type': '#microsoft.graph.aadUserNotificationRecipient', userId: idOf(name) },
  templateParameters: [{ name: 'prompt', value: 'FD-A1' }],
  ...more,
});

const send = async (json: object) =>
  (await northbridge.as('Bea', 'TeamsActivity.Send'))(`${TEAM}/sendActivityNotification`, { method: 'POST', json });
const feed = async (name: string) =>
  ((await northbridge.control('GET', `/activity?user=${idOf(name)}`)) as { value: object[] }).value;

describe('a notice in the activity feed', () => {
  it('reaches a member of the team', async () => {
    expect((await send(notice('Dorian'))).status).toBe(204);
    expect(await feed('Dorian')).toMatchObject([
      { activityType: 'promptAssigned', preview: 'You have a prompt', parameters: { prompt: 'FD-A1' } },
    ]);
  });

  it('takes the place of an earlier one of its chain', async () => {
    await send(notice('Dorian', { chainId: 7 }));
    await send(notice('Dorian', { chainId: 7, previewText: { content: 'Later' } }));
    expect(await feed('Dorian')).toMatchObject([{ preview: 'Later' }]);
  });

  it('goes to one person by their own address, also from the app alone', async () => {
    const { recipient: _recipient, ...rest } = notice('Dorian');
    const alone = await northbridge.asApp('TeamsActivity.Send');
    const path = `/users/${idOf('Dorian')}/teamwork/sendActivityNotification`;
    expect((await alone(path, { method: 'POST', json: rest })).status).toBe(204);
  });

  it('does not cross tenants, nor reach people outside the team or without the app', async () => {
    expect((await send(notice('Niamh'))).status).toBe(403);
    expect((await send(notice('Edwin'))).status).toBe(403);
    await northbridge.control('POST', '/install', { team: team.id, installed: false });
    expect((await send(notice('Dorian'))).status).toBe(403);
  });

  it.each([
    ['a topic elsewhere', { topic: { source: 'entityUrl', value: 'https://elsewhere.example/v1.0/teams/x' } }],
    ['text without an address', { topic: { source: 'text', value: 'x' } }],
    ['no type', { activityType: undefined }],
    ['a recipient of another kind', { recipient: { '@odata.type': '#x', userId: 'y' } }],
    ['the usual type without its text', { activityType: 'systemDefault' }],
    ['a member that it does not have', { colour: 'red' }],
  ])('is refused with %s', async (_what, more) => {
    expect((await send(notice('Dorian', more))).status).toBe(400);
  });

  it('needs the app in the team, which can be seen', async () => {
    const bea = await northbridge.as('Bea', 'TeamsAppInstallation.ReadForTeam');
    const page = await bodyOf<{ value: object[] }>(bea(`${TEAM}/installedApps?$expand=teamsApp`));
    expect(page.value).toMatchObject([{ teamsApp: { id: app.teamsAppId } }]);
  });
});

describe('calendars', () => {
  const event = {
    subject: 'Working group',
    body: { contentType: 'HTML', content: '<p>Agenda</p>' },
    start: { dateTime: '2026-12-01T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-12-01T11:00:00', timeZone: 'Europe/London' },
    attendees: [
      { emailAddress: { address: 'dorian.hexwell@northbridge.example', name: 'Dorian Hexwell' }, type: 'Required' },
    ],
    transactionId: 't1',
  };

  it('keep an event once, however often it is sent', async () => {
    const bea = await northbridge.as('Bea', 'Calendars.ReadWrite');
    const first = await bodyOf<{ id: string }>(bea('/me/events', { method: 'POST', json: event }), 201);
    const second = await bodyOf<{ id: string }>(bea('/me/events', { method: 'POST', json: event }), 201);
    expect(second.id).toBe(first.id);
    expect((await bodyOf<{ value: object[] }>(bea('/me/events'))).value).toMatchObject([
      { subject: 'Working group', bodyPreview: 'Agenda' },
    ]);
    expect((await bea('/me/events', { method: 'POST', json: { subject: 'x' } })).status).toBe(400);
  });

  it('of the group belong to its members', async () => {
    const scopes = 'Group.ReadWrite.All';
    await bodyOf(
      (await northbridge.as('Kit', scopes))(`/groups/${team.id}/events`, { method: 'POST', json: event }),
      201,
    );
    expect((await (await northbridge.as('Edwin', scopes))(`/groups/${team.id}/events`)).status).toBe(403);
  });

  it('do not show an online meeting, which has an address to join', async () => {
    const bea = await northbridge.as('Bea', 'OnlineMeetings.ReadWrite Calendars.ReadWrite');
    const json = {
      subject: 'Keep in touch',
      startDateTime: '2026-12-01T10:00:00Z',
      endDateTime: '2026-12-01T10:30:00Z',
    };
    const meeting = await bodyOf<{ joinWebUrl: string }>(bea('/me/onlineMeetings', { method: 'POST', json }), 201);
    expect(meeting.joinWebUrl).toContain('meetup-join');
    expect((await bodyOf<{ value: object[] }>(bea('/me/events'))).value).toEqual([]);
  });
});
