import { expect, it } from 'vitest';
import { askedOf } from '../../src/domain/checklist/mentions.ts';
import { createComment, removeComment, whyNotComment } from '../../src/services/comments.ts';
import { saySeen } from '../../src/services/say-seen.ts';
import { comments } from '../../src/workspace/schema/actions.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowsOf } from '../workspace/support/rows.ts';

const record = 'front-door-2026.FD-A1.police';

it('a comment reaches the one it asks, who answers; its author can take it back', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const [dorian, bea] = [await atWork.sit('Dorian', info), await atWork.sit('Bea', info)];
  const words = 'When is it done, @Dorian Hexwell?';
  const asked = { uid: 'c-1', record, about: 'FD-A1, Police', words, mentions: [dorian.me.id] };
  await createComment(bea, asked);
  await createComment(bea, asked);
  await dorian.pull();
  expect(askedOf(dorian.me.id, rowsOf(dorian, comments))).toMatchObject([{ words, writtenBy: bea.me, record }]);

  // The stand-in's clock stands still within a turn; an answer comes a minute later.
  await atWork.network.wait(60_000);
  await createComment(dorian, { uid: 'c-2', record, about: 'FD-A1, Police', words: 'By Friday', mentions: [] });
  expect(askedOf(dorian.me.id, rowsOf(dorian, comments))).toEqual([]);

  const own = rowsOf(dorian, comments).find(({ uid }) => uid === 'c-2');
  if (!own) throw new Error('not there');
  expect(await removeComment(dorian, own)).toEqual({ outcome: 'removed' });
  await bea.pull();
  expect(rowsOf(bea, comments).map(({ uid }) => uid)).toEqual(['c-1']);
});

it('a question is ticked off by a word that its author sees, once however often it is pressed', async () => {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const [dorian, bea] = [await atWork.sit('Dorian', info), await atWork.sit('Bea', info)];
  const words = 'For the board, @Dorian Hexwell.';
  await createComment(bea, { uid: 'c-1', record, about: 'FD-A1, Police', words, mentions: [dorian.me.id] });
  await dorian.pull();
  await atWork.network.wait(60_000);
  const [asked] = askedOf(dorian.me.id, rowsOf(dorian, comments));
  if (!asked) throw new Error('not asked');
  await Promise.all([saySeen(dorian, asked), saySeen(dorian, asked)]);
  expect(askedOf(dorian.me.id, rowsOf(dorian, comments))).toEqual([]);
  await bea.pull();
  const said = rowsOf(bea, comments).map(({ words, writtenBy, record }) => ({ words, by: writtenBy.name, record }));
  expect(said.slice(1)).toEqual([{ words: 'Seen.', by: 'Dorian Hexwell', record }]);
});

it('a comment that points to a child is not sent, with the reason', () => {
  expect(whyNotComment('NHS number 943 476 5919')).toMatch(/what looks like an NHS number.*take it out/);
  expect(whyNotComment('See CHILD-01')).toMatch(/a reference to a child/);
  expect(whyNotComment(' ')).toBe('Write something first.');
  expect(whyNotComment('Is the audit in FD-A1 the one from May?')).toBeUndefined();
});
