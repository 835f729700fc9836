import { describe, expect, it } from 'vitest';
import { firstPlace, fromPath, resolve, toPath } from '../../../../infra/local/host-page/place.ts';
import type { Scene } from '../../../../infra/local/host-page/scene.ts';

const tab = { id: 't1', name: 'JTAI Ready', entityId: 'jtai-ready', contentUrl: 'x', websiteUrl: 'x' };
const scene: Scene = {
  tenant: { id: 'tenant', name: 'A' },
  app: { clientId: 'client', teamsAppId: 'the-app', name: 'JTAI Ready' },
  people: [],
  teams: [
    {
      id: 'team',
      name: 'A team',
      channels: [
        { id: '19:a@thread.tacv2', name: 'General', kind: 'standard' },
        { id: '19:b@thread.tacv2', name: 'JTAI preparation', kind: 'standard' },
      ],
    },
  ],
  tabs: { '19:b@thread.tacv2': [tab] },
  tabOrigin: 'http://localhost:5301',
  misbehaviour: {},
};
const at = (path: string) => new URL(path, 'http://localhost:5300');
const link = (context: string) =>
  at(`/l/entity/the-app/jtai-ready?webUrl=&label=x&context=${encodeURIComponent(context)}`);

describe('the address of the page', () => {
  it.each([
    { kind: 'channel', channelId: '19:b@thread.tacv2', tab: 't1', subPageId: 'prompt/front-door-2026.FD-A1' },
    { kind: 'channel', channelId: '19:b@thread.tacv2', tab: 'files', subPageId: '' },
    { kind: 'app', subPageId: 'home' },
  ] as const)('brings a person back to the same place: %o', (place) => {
    expect(fromPath(at(toPath(place)), scene)).toEqual(place);
  });

  it('is where the app is when it says nothing', () => {
    expect(fromPath(at('/'), scene)).toBeUndefined();
    expect(firstPlace(scene)).toEqual({ kind: 'channel', channelId: '19:b@thread.tacv2', tab: 't1', subPageId: '' });
  });
});

describe("a deep link in Teams' own form", () => {
  it('opens the tab of its channel at its record', () => {
    const context = JSON.stringify({ subEntityId: 'evidence/1', channelId: '19:b@thread.tacv2' });
    expect(fromPath(link(context), scene)).toEqual({
      kind: 'channel',
      channelId: '19:b@thread.tacv2',
      tab: 't1',
      subPageId: 'evidence/1',
    });
  });

  it('opens the personal app without a channel', () => {
    expect(fromPath(link('{"subEntityId":"home"}'), scene)).toEqual({ kind: 'app', subPageId: 'home' });
  });

  it('says so when the channel does not have the tab, or the person not the channel', () => {
    const without = fromPath(link('{"channelId":"19:a@thread.tacv2"}'), scene);
    expect(without && resolve(without, scene)).toEqual({
      kind: 'nowhere',
      sentence: 'JTAI Ready has not been added to the channel General.',
    });
    const unseen = fromPath(link('{"channelId":"19:secret@thread.tacv2"}'), scene);
    expect(unseen && resolve(unseen, scene)).toMatchObject({ kind: 'nowhere' });
  });

  it.each(['', 'null', '[]', '{"subEntityId":5}', '{"channelId":{}}', '{'])('survives the context %s', (context) => {
    expect(fromPath(link(context), scene)).toEqual({ kind: 'app', subPageId: '' });
  });

  it('belongs to this app only', () => {
    expect(fromPath(at('/l/entity/another-app/x'), scene)).toBeUndefined();
  });
});
