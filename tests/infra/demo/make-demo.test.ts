import { beforeAll, describe, expect, it } from 'vitest';
import type { Demo } from '../../../infra/demo/desks.ts';
import { addStory, makeDemo } from '../../../infra/demo/make-demo.ts';
import { app } from '../../../infra/demo/northbridge.ts';
import { youthViolence } from '../../../infra/demo/youth-violence.ts';
import { findPrivateDetail } from '../../../src/domain/alerts/privacy-check.ts';
import { actionStanding } from '../../../src/domain/checklist/action-standing.ts';
import { askedOf } from '../../../src/domain/checklist/mentions.ts';
import { isDisputed } from '../../../src/domain/checklist/progress.ts';
import { redsWithoutAction } from '../../../src/domain/checklist/red-without-action.ts';
import { readTrail } from '../../../src/domain/checklist/trail.ts';
import { standingOf } from '../../../src/domain/evidence/standing.ts';
import { shownTheme, themeOptions } from '../../../src/domain/themes.ts';
import { getContent } from '../../../src/graph/drive.ts';
import { packOf } from '../../../src/services/theme-packs.ts';
import { findUnregistered } from '../../../src/workspace/library.ts';
import { actions, comments } from '../../../src/workspace/schema/actions.ts';
import {
  assessments,
  evidence,
  evidenceLinks,
  folders,
  people,
  prompts,
  themes,
} from '../../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../../src/workspace/store/workspace.ts';
import { type AtWork, findHere, named, openAtWork, place } from '../../workspace/support/northbridge-at-work.ts';
import { rowsOf } from '../../workspace/support/rows.ts';

let atWork: AtWork;
let greta: Workspace;
let demo: Demo;
const refused: string[] = [];

beforeAll(async () => {
  atWork = await openAtWork();
  const { northbridge } = atWork;
  demo = await makeDemo({
    graphBaseUrl: 'https://graph.microsoft.com',
    control: 'http://control.test',
    linkBase: 'https://teams.microsoft.com',
    teamsAppId: app.teamsAppId,
    today: '2026-11-23',
    ...atWork.network,
    fetch: async (request) => {
      if (request.url.startsWith('http://control.test')) return northbridge.m365.control(request);
      const answer = await atWork.network.fetch(request);
      if (!answer.ok) refused.push(`${request.method} ${request.url} ${answer.status}`);
      return answer;
    },
  });
  const { here } = await findHere(atWork.graphOf('Greta'));
  if (!here) throw new Error('no workspace');
  greta = await atWork.sit('Greta', here);
});

describe('the demo partnership', () => {
  it('is made without a single refusal but a wait', () => {
    expect(refused.filter((line) => !line.endsWith('429'))).toEqual([]);
  });

  it('has rated about 60 % of the prompts, with some red, each with who and when', () => {
    const rated = rowsOf(greta, assessments);
    const cells = rowsOf(greta, prompts).length * 7;
    expect(rated.length / cells).toBeGreaterThan(0.55);
    expect(rated.length / cells).toBeLessThan(0.7);
    expect(rated.filter((row) => row.verdict === 'red').length).toBeGreaterThan(5);
    expect(rated.every((row) => row.ratedBy && row.ratedAt && row.ratedAt < '2026-11-24')).toBe(true);
    expect(new Set(rated.map((row) => row.partner)).size).toBe(7);
  });

  it('has answers at every step, some agreed by somebody who did not rate them, some with another verdict', () => {
    const rows = rowsOf(greta, assessments);
    const at = (progress: string) => rows.filter((row) => row.progress === progress);
    for (const step of ['in-progress', 'ready-to-agree', 'agreed']) expect(at(step).length, step).toBeGreaterThan(15);
    expect(at('agreed').every((row) => row.agreedVerdict && row.agreedBy && row.agreedAt)).toBe(true);
    expect(at('agreed').filter((row) => row.agreedBy?.id === row.ratedBy?.id)).toEqual([]);
    expect(at('agreed').filter(isDisputed).length).toBeGreaterThan(1);
    expect(rows.filter((row) => row.confidence).length).toBeGreaterThan(rows.length / 2);
    expect(rows.filter((row) => row.owner && row.dueOn).length).toBeGreaterThan(15);
    expect(rows.filter((row) => (row.dueOn ?? '9') < '2026-11-23')).toHaveLength(2);
    expect(rows.every((row) => readTrail(row.trail).length === (row.agreedVerdict ? 2 : 1))).toBe(true);
  });

  it('has promised something for each red but one that says why not, and one that is left', () => {
    const left = redsWithoutAction(rowsOf(greta, assessments), rowsOf(greta, actions)).map(({ title }) => title);
    expect(left).toEqual(['FD-B4 ICB']);
    expect(rowsOf(greta, assessments).filter((row) => row.noActionReason)).toHaveLength(1);
    const standing = rowsOf(greta, actions).map((action) => actionStanding(action, '2026-11-23'));
    expect(standing.filter((each) => each === 'late')).toHaveLength(2);
    expect(standing).toContain('done');
  });

  it('has people who ask each other, one of whom has answered', () => {
    const rows = rowsOf(greta, comments);
    expect(rows.length).toBeGreaterThan(4);
    const asked = (name: string) =>
      askedOf(named(name).id, rows).map(({ record }) => record.split('.').slice(1).join(' '));
    expect(asked('Dorian')).toEqual(['FD-G3 police']);
    expect(asked('Imani')).toEqual(['FD-B4 icb']);
  });

  it('has evidence in every state that this version knows, some of it stale, and gaps', () => {
    const states = new Set(rowsOf(greta, evidence).map((row) => row.state));
    expect([...states].toSorted()).toEqual([
      'approved',
      'draft',
      'expired',
      'needed',
      'returned',
      'submitted',
      'superseded',
    ]);
    expect(rowsOf(greta, evidence).filter((row) => (row.periodTo ?? '9') < '2026-05-23').length).toBeGreaterThan(1);
    expect(
      rowsOf(greta, evidence).filter((row) => row.state === 'needed' && (row.dueOn ?? '') < '2026-11-23'),
    ).toHaveLength(1);
    expect(rowsOf(greta, evidenceLinks).length).toBeGreaterThan(20);
    const files = greta.files();
    if (files.state !== 'ready') throw new Error(files.state);
    expect(findUnregistered(files.items, rowsOf(greta, folders), rowsOf(greta, evidence))).toHaveLength(3);
  });

  it('has approvals by second persons, each with the hash of what was read, and one whose file was changed since', () => {
    const approved = rowsOf(greta, evidence).filter((row) => row.state === 'approved');
    expect(approved.every((row) => /^[0-9a-f]{64}$/.test(row.approvedSha256 ?? '') && row.approvedVersion)).toBe(true);
    expect(approved.filter((row) => row.approvedBy?.id === row.submittedBy?.id)).toEqual([]);
    expect(new Set(approved.map((row) => row.approvedBy?.name)).size).toBeGreaterThan(2);
    const files = greta.files();
    if (files.state !== 'ready') throw new Error(files.state);
    const changed = approved.filter((row) => standingOf(row, files.items.get(row.file ?? '')).state !== 'approved');
    expect(changed.map((row) => row.title)).toEqual(['Risk grading of notifications']);
  });

  it('says of each item of what kind it is, in the words of the pack, and of policies until when they hold', async () => {
    const pack = await packOf(greta, rowsOf(greta, themes)[0] ?? { pack: '', packVersion: '' });
    const kinds = pack?.kinds.map((kind) => kind.name) ?? [];
    const rows = rowsOf(greta, evidence);
    expect(rows.filter((row) => !kinds.includes(row.kindOf ?? ''))).toEqual([]);
    expect(rows.filter((row) => row.untilReview && row.reviewBy).length).toBeGreaterThan(3);
    expect(rows.filter((row) => row.owner === undefined)).toEqual([]);
  });

  it('has real files: a PDF, a Word document and a workbook begin as such', async () => {
    const begin = async (ending: string) => {
      const row = rowsOf(greta, evidence).find((one) => one.fileName?.endsWith(ending));
      const content = await getContent(greta.graph, greta.info.drive, row?.file ?? '');
      return (await content.text()).slice(0, 4);
    };
    expect(await begin('.pdf')).toBe('%PDF');
    expect(await begin('.docx')).toBe('PK\u0003\u0004');
    expect(await begin('.xlsx')).toBe('PK\u0003\u0004');
  });

  it('has told the channel of three answers that turned red, by those who gave them', async () => {
    const bea = await atWork.northbridge.as('Bea');
    const { value } = (await (await bea(`/teams/${place.teamId}/channels/${place.channelId}/messages`)).json()) as {
      value: { from: { user: { displayName: string } } }[];
    };
    expect(value.map((post) => post.from.user.displayName).toSorted()).toEqual([
      'Dorian Hexwell',
      'Imani Larkspur',
      'Wilf Tarnbeck',
    ]);
  });

  it('names a lead for each partner, a coordinator and a senior leader', () => {
    const roles = rowsOf(greta, people).map((row) => row.role);
    expect(roles.filter((role) => role === 'lead')).toHaveLength(7);
    expect(roles).toEqual(expect.arrayContaining(['coordinator', 'senior leader', 'deputy']));
  });

  it('holds nothing that points to a child or to a person at home', () => {
    const rows = [
      ...rowsOf(greta, assessments),
      ...rowsOf(greta, evidence),
      ...rowsOf(greta, actions),
      ...rowsOf(greta, comments),
    ];
    const texts = rows.flatMap((row) => [
      row.title,
      'reason' in row ? row.reason : undefined,
      'impact' in row ? row.impact : undefined,
      'improve' in row ? row.improve : undefined,
      'words' in row ? row.words : undefined,
    ]);
    expect(texts.filter((text) => text !== undefined && findPrivateDetail(text))).toEqual([]);
  });
});

describe('a second theme in the demo', () => {
  let first: readonly string[];
  const answers = (theme: string) => rowsOf(greta, assessments).filter(({ prompt }) => prompt.startsWith(`${theme}.`));
  const SYV = 'serious-youth-violence-2026';

  beforeAll(async () => {
    first = answers(demo.theme).map(({ uid, version }) => `${uid} ${version}`);
    await addStory(demo, youthViolence);
    await greta.pull();
  });

  it('stands beside the first, which stays as it is and is shown first', () => {
    expect(refused.filter((line) => !line.endsWith('429'))).toEqual([]);
    const all = rowsOf(greta, themes);
    expect(shownTheme(all, undefined, 2026)?.uid).toBe(demo.theme);
    expect(themeOptions(all, all[0] as (typeof all)[number]).map(({ label }) => label)).toEqual([
      'Front door',
      'Serious youth violence',
    ]);
    expect(answers(demo.theme).map(({ uid, version }) => `${uid} ${version}`)).toEqual(first);
  });

  it('has answers of every partner at every step, each with who and when', () => {
    const rows = answers(SYV);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map((row) => row.partner)).size).toBe(7);
    expect(rows.every((row) => row.ratedBy && row.ratedAt)).toBe(true);
    expect(new Set(rows.map((row) => row.progress)).size).toBe(4);
    expect(redsWithoutAction(rows, rowsOf(greta, actions))).toEqual([]);
  });

  it('shares evidence with the first, so that one proof supports prompts of both', () => {
    const themesOf = (item: string) =>
      new Set(rowsOf(greta, evidenceLinks).flatMap((row) => (row.evidence === item ? row.prompt.split('.')[0] : [])));
    const shared = rowsOf(greta, evidence).filter(({ uid }) => themesOf(uid).size === 2);
    expect(shared).toHaveLength(youthViolence.shared.length);
  });
});
