import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { describe, expect, it } from 'vitest';
import { rateAssessment, tellChannel, whyNotAnswer } from '../../src/services/ratings.ts';
import { assessments, partners, prompts, themes } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork, smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

const link = 'https://teams.microsoft.com/l/entity/app/jtai-ready?context=%7B%7D';
const uid = 'front-door-2026.FD-A1.police';

function subjectOf(workspace: Workspace) {
  return {
    theme: rowOf(workspace, themes, 'front-door-2026'),
    prompt: rowOf(workspace, prompts, 'front-door-2026.FD-A1'),
    partner: rowOf(workspace, partners, 'police'),
    link,
  };
}

async function openPolice(plan = smallPlan) {
  const atWork = await openAtWork();
  const info = await atWork.setUp(plan);
  const dorian = await atWork.sit('Dorian', info);
  const bea = await atWork.northbridge.as('Bea');
  const place = `/teams/${plan.place.teamId}/channels/${plan.place.channelId}`;
  async function readPosts(): Promise<{ from: string; content: string; card: string }[]> {
    const { value } = (await (await bea(`${place}/messages`)).json()) as {
      value: {
        from: { user: { displayName: string } };
        body: { content: string };
        attachments: { content: string }[];
      }[];
    };
    return value.map((post) => ({
      from: post.from.user.displayName,
      content: post.body.content,
      card: post.attachments[0]?.content ?? '',
    }));
  }
  return { atWork, info, dorian, readPosts };
}

describe('words that point to a child', () => {
  it.each(['reason', 'impact', 'strengths', 'improve', 'noActionReason'] as const)(
    'are refused in %s, and nothing is saved',
    async (column) => {
      const { dorian } = await openPolice();
      const words = { [column]: 'Ella Marsh, born 3 May 2015, 943 476 5919' };
      await expect(rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'green', ...words })).rejects.toThrow(
        'This text holds what looks like a name with a date of birth. An answer names no child and no family: take it out.',
      );
      expect(rowsOf(dorian, assessments)).toEqual([]);
    },
  );

  it('that stand there already do not hold up another change', () => {
    const reason = 'Ella Marsh, born 3 May 2015';
    expect(whyNotAnswer({ reason, impact: 'Sooner' }, { reason })).toBeUndefined();
    expect(whyNotAnswer({ reason: `${reason}.` }, { reason })).toMatch(/a name with a date of birth/);
  });
});

describe('turning a verdict red', () => {
  it('is saved, then told to the channel as that person, without the reason', async () => {
    const { dorian, readPosts } = await openPolice();
    const { saved, alert } = await rateAssessment(dorian, {
      ...subjectOf(dorian),
      verdict: 'red',
      reason: 'Night staff are not trained',
      impact: 'Some are seen late',
    });
    expect(saved).toMatchObject({
      outcome: 'saved',
      row: { uid, verdict: 'red', reason: 'Night staff are not trained', ratedBy: dorian.me },
    });
    expect(alert).toMatchObject({ outcome: 'posted' });
    const posts = await readPosts();
    expect(posts).toHaveLength(1);
    expect(posts[0]?.from).toBe('Dorian Hexwell');
    const card = JSON.parse(posts[0]?.card ?? '') as IAdaptiveCard;
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(card.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Open the prompt', url: link, style: 'positive' }]);
    for (const words of ['Verdict turned red', 'Front door', 'Police: FD-A1 is red', 'FD-A1 Each agency spots need']) {
      expect(posts[0]?.card).toContain(words);
    }
    expect(posts[0]?.card).not.toMatch(/trained|seen late/);
  });

  it('is told once: not when a red answer is changed, again when it turns red once more', async () => {
    const { dorian, readPosts } = await openPolice();
    const rate = async (verdict: 'red' | 'amber', reason: string) => {
      const seen = rowsOf(dorian, assessments).find((row) => row.uid === uid);
      const { alert } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict, reason, seen });
      return alert.outcome;
    };
    expect(await rate('red', 'a')).toBe('posted');
    expect(await rate('red', 'b')).toBe('not-needed');
    expect(await rate('amber', 'b')).toBe('not-needed');
    expect(await rate('red', 'b')).toBe('posted');
    expect(await readPosts()).toHaveLength(2);
  });

  it('is not told when it could not be saved, or clashes', async () => {
    const { atWork, dorian, readPosts, info } = await openPolice();
    atWork.disturb((request) =>
      request.url.includes('/items') && request.method === 'POST' ? Response.json({}, { status: 403 }) : undefined,
    );
    await expect(rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    atWork.disturb(() => undefined);
    const marta = await atWork.sit('Marta', info);
    await rateAssessment(marta, { ...subjectOf(marta), verdict: 'green' });
    const { saved, alert } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red' });
    expect([saved.outcome, alert.outcome]).toEqual(['clash', 'not-needed']);
    expect(await readPosts()).toEqual([]);
  });

  it('stands when the privacy check refuses the alert, and its author is told why', async () => {
    const { dorian, readPosts } = await openPolice({
      ...smallPlan,
      partners: [{ uid: 'police', title: 'Police 07700 900123' }],
    });
    const { saved, alert } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red' });
    expect(saved.outcome).toBe('saved');
    expect(alert).toEqual({
      outcome: 'refused',
      sentence: expect.stringMatching(/channel was not told.*what looks like a phone number.*title/),
    });
    expect(await readPosts()).toEqual([]);
  });

  it('whose post was lost on the way may have been sent: it is not sent again by itself', async () => {
    const { atWork, dorian, readPosts } = await openPolice();
    atWork.disturb((request) =>
      request.url.endsWith('/messages') && request.method === 'POST' ? 'lost after' : undefined,
    );
    const { alert } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red' });
    expect(alert).toEqual({
      outcome: 'unsure',
      sentence: 'The alert may have been sent. Look in the channel before you send it again.',
    });
    atWork.disturb(() => undefined);
    expect(await readPosts()).toHaveLength(1);
  });

  it('by somebody who may not post is saved, and says that the channel was not told', async () => {
    const { atWork, dorian } = await openPolice();
    atWork.disturb((request) => (request.url.endsWith('/messages') ? Response.json({}, { status: 403 }) : undefined));
    const { saved, alert } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'red' });
    expect(saved.outcome).toBe('saved');
    expect(alert).toEqual({
      outcome: 'failed',
      sentence: 'The channel was not told. SharePoint or Teams does not allow you this.',
    });
  });
});

it('telling the channel says where an answer stands, as often as a person presses', async () => {
  const { dorian, readPosts } = await openPolice();
  const { saved } = await rateAssessment(dorian, { ...subjectOf(dorian), verdict: 'green' });
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  const told = await tellChannel(dorian, { ...subjectOf(dorian), assessment: saved.row });
  expect(told).toMatchObject({ outcome: 'posted' });
  const posts = await readPosts();
  expect(posts).toHaveLength(1);
  expect(posts[0]?.card).toContain('Police: FD-A1 is green');
});
