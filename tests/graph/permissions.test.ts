import { describe, expect, it } from 'vitest';
import { getPermissions } from '../../src/graph/permissions.ts';
import { folders } from '../../src/workspace/schema/lists.ts';
import { named, openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf } from '../workspace/support/rows.ts';

describe('who is let in to a folder', () => {
  it('is told to an owner with every door; to others with what concerns them, and each time for five units', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const bea = await atWork.sit('Bea', info);
    const folder = rowOf(bea, folders, 'front-door-2026.police').item;
    const owner = await atWork.northbridge.as('Bea');
    const guest = named('Kit');
    await owner(`/drives/${info.drive}/items/${folder}/invite`, {
      method: 'POST',
      json: { recipients: [{ objectId: guest.id }], roles: ['read'], requireSignIn: true, sendInvitation: false },
    });
    const before = bea.graph.counts().units;
    const doors = await getPermissions(bea.graph, info.drive, folder);
    expect(bea.graph.counts().units - before).toBe(5);
    expect(doors.find(({ who }) => who === guest.name)).toMatchObject({
      may: 'read',
      isInherited: false,
      kind: 'person',
    });
    expect(doors.some(({ isInherited, may }) => isInherited && may === 'owner')).toBe(true);
    const dorian = await atWork.sit('Dorian', info);
    const seen = await getPermissions(dorian.graph, info.drive, folder);
    expect(seen.some(({ who }) => who === guest.name)).toBe(false);
  });
});
