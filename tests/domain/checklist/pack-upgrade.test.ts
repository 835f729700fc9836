import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksSomethingElse,
  comparePrompts,
  type HeldPrompt,
  isEmptyDifference,
  type WantedPrompt,
} from '../../../src/domain/checklist/pack-difference.ts';
import {
  applyChanges,
  type DoneChange,
  doneBy,
  joinChanges,
  type PromptChange,
  planUndo,
  planUpgrade,
  readMark,
  readUpgrade,
  toMark,
  type UpgradeRecord,
} from '../../../src/domain/checklist/pack-upgrade.ts';

const THEME = 'front-door-2026';
const ON = '2026-11-30';
const wantedOf = (...codes: string[]): WantedPrompt[] =>
  codes.map((code, index) => ({ code, title: `Prompt ${code}`, group: 'A', position: index + 1 }));
const heldOf = (...codes: string[]): HeldPrompt[] =>
  wantedOf(...codes).map((prompt) => ({ ...prompt, uid: `${THEME}.${prompt.code}` }));
const codesOf = (prompts: readonly { readonly code: string }[]) => prompts.map((prompt) => prompt.code);

describe('the difference between a theme and a pack', () => {
  it('names what is added, changed, moved and withdrawn', () => {
    const wanted = wantedOf('Z', 'A', 'C', 'B').map((prompt) =>
      prompt.code === 'A' ? { ...prompt, title: 'In other words' } : prompt,
    );
    const difference = comparePrompts(heldOf('A', 'B', 'C', 'D'), wanted);
    expect(codesOf(difference.added)).toEqual(['Z']);
    expect(difference.changed.map(({ to }) => to.title)).toEqual(['In other words']);
    expect(difference.moved.map(({ to }) => to.code)).toEqual(['B']);
    expect(codesOf(difference.withdrawn)).toEqual(['D']);
  });

  it('says of one prompt put first that one has moved, not all the others', () => {
    const codes = Array.from({ length: 30 }, (_, index) => `P${index}`);
    const difference = comparePrompts(heldOf(...codes), wantedOf('P29', ...codes.slice(0, 29)));
    expect(difference.moved.map(({ to }) => to.code)).toEqual(['P29']);
  });

  it('says that a prompt which was withdrawn comes back', () => {
    const [a, b] = heldOf('A', 'B');
    const difference = comparePrompts([a as HeldPrompt, { ...(b as HeldPrompt), withdrawnOn: ON }], wantedOf('A', 'B'));
    expect(codesOf(difference.returned)).toEqual(['B']);
    expect(difference.added).toEqual([]);
  });

  it('takes a withdrawn id with other words for another question, and says what it was', () => {
    const [was] = heldOf('A');
    const [now] = wantedOf('A');
    const held = [{ ...(was as HeldPrompt), title: 'Health is in strategy discussions', withdrawnOn: ON }];
    const wanted = [{ ...(now as WantedPrompt), title: 'Health is in every strategy discussion' }];
    const difference = comparePrompts(held, wanted);
    expect(difference.asked).toEqual([{ from: held[0], to: wanted[0] }]);
    expect([difference.added, difference.returned, difference.changed]).toEqual([[], [], []]);
    const changes = planUpgrade(held, wanted, THEME, ON);
    expect(changes).toEqual([{ kind: 'add', uid: `${THEME}.A_2`, prompt: wanted[0] }]);
    const after = applyChanges(held, changes);
    expect(after[0]).toEqual(held[0]);
    expect(planUpgrade(after, wanted, THEME, ON)).toEqual([]);
    // The first one comes back to its own answers.
    const again = planUpgrade(
      applyChanges(after, planUpgrade(after, [], THEME, ON)),
      [{ ...(now as WantedPrompt), title: held[0]?.title ?? '' }],
      THEME,
      ON,
    );
    expect(again).toMatchObject([{ kind: 'change', uid: `${THEME}.A`, after: { withdrawnOn: null } }]);
  });

  it.each([
    ['Online exploitation counts', 'Exploitation online counts as well', false],
    ['Strategy discussions have health in them', 'Fathers and male carers are seen', true],
    ['Children are seen alone', 'The children are seen, and seen alone', false],
    ['It is', 'Is it', true],
  ])('knows whether %j and %j are two questions', (from, to, isOther) => {
    const [was] = heldOf('A');
    const [now] = wantedOf('A');
    const pair = { from: { ...(was as HeldPrompt), title: from }, to: { ...(now as WantedPrompt), title: to } };
    expect(asksSomethingElse(pair)).toBe(isOther);
  });

  it('is empty for the same pack, and leaves a paragraph that the partnership filled in', () => {
    const held = heldOf('A', 'B').map((prompt) => ({ ...prompt, paragraph: '12' }));
    const wanted = wantedOf('A', 'B').map((prompt) => ({ ...prompt, paragraph: '7' }));
    expect(isEmptyDifference(comparePrompts(held, wanted))).toBe(true);
    expect(planUpgrade(held, wanted, THEME, ON)).toEqual([]);
  });
});

const code = fc.constantFrom(...'ABCDEFGHIJ');
const words = fc.constantFrom('one', 'two', 'three');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const source = fc.record({ url: fc.constantFrom('https://a', 'https://b'), text: words });
const prompt = fc.record({
  code,
  title: words,
  group: words,
  basis: optional(words),
  source: optional(source),
  paragraph: optional(words),
});
const filled = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
const pack = fc
  .uniqueArray(prompt, { selector: (one) => one.code, maxLength: 10 })
  .map((prompts): WantedPrompt[] => prompts.map((one, index) => filled({ ...one, position: index + 1 })));
const theme = fc
  .tuple(pack, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }))
  .map(([prompts, gone]): HeldPrompt[] =>
    prompts.map((one, index) =>
      filled({ ...one, uid: `${THEME}.${one.code}`, withdrawnOn: gone[index] ? '2026-01-05' : undefined }),
    ),
  );
const shown = (held: readonly HeldPrompt[]) =>
  held.filter((one) => one.withdrawnOn === undefined).toSorted((one, other) => one.position - other.position);
const byUid = (held: readonly HeldPrompt[]) => new Map(held.map((one) => [one.uid, one]));

describe('an upgrade', () => {
  it('shows exactly the prompts of the pack, in its order', () => {
    fc.assert(
      fc.property(theme, pack, (held, wanted) => {
        const after = applyChanges(held, planUpgrade(held, wanted, THEME, ON));
        expect(codesOf(shown(after))).toEqual(codesOf(wanted));
        expect(shown(after).map((one) => [one.title, one.group, one.basis, one.source])).toEqual(
          wanted.map((one) => [one.title, one.group, one.basis, one.source]),
        );
        expect(planUpgrade(after, wanted, THEME, '2027-01-04')).toEqual([]);
        expect(isEmptyDifference(comparePrompts(after, wanted))).toBe(true);
      }),
    );
  });

  it('loses no prompt, so that no answer is without one', () => {
    fc.assert(
      fc.property(theme, pack, (held, wanted) => {
        const after = byUid(applyChanges(held, planUpgrade(held, wanted, THEME, ON)));
        for (const { uid, code: its } of held) expect(after.get(uid)?.code).toBe(its);
      }),
    );
  });

  it('that is undone leaves everything as it was; what it added is there, withdrawn', () => {
    fc.assert(
      fc.property(theme, pack, (held, wanted) => {
        const done = planUpgrade(held, wanted, THEME, ON);
        const after = applyChanges(held, done);
        const back = applyChanges(after, planUndo(after, done, ON));
        expect(shown(back)).toEqual(shown(held));
        for (const one of held) expect(byUid(back).get(one.uid)).toEqual(one);
        expect(back.filter((one) => !byUid(held).has(one.uid)).every((one) => one.withdrawnOn === ON)).toBe(true);
        expect(planUndo(back, done, ON)).toEqual([]);
      }),
    );
  });

  it('that is cut anywhere is completed by running again, and can still be undone', () => {
    fc.assert(
      fc.property(theme, pack, fc.nat(20), fc.nat(20), (held, wanted, cut, cutBack) => {
        const first = planUpgrade(held, wanted, THEME, ON);
        const half = applyChanges(held, first.slice(0, cut));
        const second = planUpgrade(half, wanted, THEME, ON);
        const whole = applyChanges(half, second);
        expect(byUid(whole)).toEqual(byUid(applyChanges(held, first)));
        const done = joinChanges(first, second);
        const halfBack = applyChanges(whole, planUndo(whole, done, ON).slice(0, cutBack));
        const back = applyChanges(halfBack, planUndo(halfBack, done, ON));
        expect(shown(back)).toEqual(shown(held));
      }),
    );
  });

  it('that is undone keeps what somebody has written since', () => {
    const held = heldOf('A');
    const done = planUpgrade(held, [{ ...(wantedOf('A')[0] as WantedPrompt), title: 'New', basis: 'b' }], THEME, ON);
    const written = applyChanges(held, done).map((one) => ({ ...one, title: 'Ours' }));
    const [back] = applyChanges(written, planUndo(written, done, ON));
    expect(back).toEqual({ ...held[0], title: 'Ours' });
  });

  it('that was cut before somebody wrote goes back to what they wrote', () => {
    const held = heldOf('A');
    const wanted = [{ ...(wantedOf('A')[0] as WantedPrompt), title: 'New' }];
    const first = planUpgrade(held, wanted, THEME, ON);
    const written = held.map((one) => ({ ...one, title: 'Ours' }));
    const second = planUpgrade(written, wanted, THEME, ON);
    const whole = applyChanges(written, second);
    expect(applyChanges(whole, planUndo(whole, joinChanges(first, second), ON))[0]?.title).toBe('Ours');
  });
});

describe('the record of an upgrade', () => {
  const record: UpgradeRecord = {
    from: '1',
    to: '2',
    on: ON,
    state: 'applied',
    scope: { from: ['probation'], to: [] },
    changes: [
      { kind: 'add', uid: 'a' },
      { kind: 'change', uid: 'b', before: { title: 'One' }, after: { title: 'Two' } },
    ],
  };

  it('is read back as it was written', () => {
    expect(readUpgrade(JSON.stringify(record))).toEqual(record);
    const { scope: _, changes: __, ...least } = record;
    expect(readUpgrade(JSON.stringify(least))).toEqual(least);
  });

  it.each([
    undefined,
    '',
    '{',
    'null',
    '7',
    '{}',
    JSON.stringify({ ...record, state: 'lost' }),
    JSON.stringify({ ...record, changes: [{}] }),
    JSON.stringify({ ...record, scope: { from: [7], to: [] } }),
  ])('is none where %s stands', (text) => {
    expect(readUpgrade(text)).toBeUndefined();
  });
});

describe('what each prompt keeps of an upgrade', () => {
  const record: UpgradeRecord = { from: '1', to: '2', on: ON, state: 'applying' };
  const markAll = (of: UpgradeRecord, changes: readonly PromptChange[], before: ReadonlyMap<string, string>) =>
    new Map([
      ...before,
      ...changes.map((change) => {
        const lastUpgrade = before.get(change.uid);
        return [change.uid, toMark(of, change, { uid: change.uid, ...(lastUpgrade && { lastUpgrade }) })] as const;
      }),
    ]);
  const rowsOf = (marks: ReadonlyMap<string, string>) => [...marks].map(([uid, lastUpgrade]) => ({ uid, lastUpgrade }));

  it('takes the upgrade back as one list of all changes would, also after a cut, whatever an earlier one left', () => {
    fc.assert(
      fc.property(theme, pack, fc.nat(20), (held, wanted, cut) => {
        const earlier = markAll({ ...record, from: '0.9' }, planUpgrade(held, [], THEME, ON), new Map());
        const first = planUpgrade(held, wanted, THEME, ON).slice(0, cut);
        const half = applyChanges(held, first);
        const marks = markAll(record, first, earlier);
        const whole = applyChanges(half, planUpgrade(half, wanted, THEME, ON));
        const done = doneBy(record, rowsOf(markAll(record, planUpgrade(half, wanted, THEME, ON), marks)));
        expect(shown(applyChanges(whole, planUndo(whole, done, ON)))).toEqual(shown(held));
      }),
    );
  });

  it('goes on from a list that an earlier version of the product kept in the theme', () => {
    fc.assert(
      fc.property(theme, pack, fc.nat(20), (held, wanted, cut) => {
        const changes: readonly DoneChange[] = planUpgrade(held, wanted, THEME, ON);
        const half = applyChanges(held, planUpgrade(held, wanted, THEME, ON).slice(0, cut));
        const rest = planUpgrade(half, wanted, THEME, ON);
        const old = { ...record, changes };
        const done = doneBy(old, rowsOf(markAll(old, rest, new Map())));
        const whole = applyChanges(half, rest);
        expect(shown(applyChanges(whole, planUndo(whole, done, ON)))).toEqual(shown(held));
      }),
    );
  });

  it.each([undefined, '', '{', '[]', '{"from":"1"}', '{"from":"1","on":"x","change":{"kind":"add","uid":"a"}}'])(
    'is nothing where %s stands',
    (lastUpgrade) => {
      expect(readMark({ ...(lastUpgrade !== undefined && { lastUpgrade }) })).toBeUndefined();
    },
  );
});
