import { addDays, yearOf } from '../../src/domain/calendar/day.ts';
import { assessmentKey, promptKey, themeKey } from '../../src/domain/checklist/keys.ts';
import type { Move } from '../../src/domain/evidence/state.ts';
import { runAtOnce } from '../../src/graph/at-once.ts';
import { getChildren, getItem } from '../../src/graph/drive.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { addEvidenceFiles } from '../../src/services/evidence-files.ts';
import { addGap, saveItem } from '../../src/services/evidence-items.ts';
import { linkEvidence } from '../../src/services/evidence-links.ts';
import { moveEvidence } from '../../src/services/evidence-states.ts';
import { findPlannedPack } from '../../src/services/planned-packs.ts';
import { rateAssessment } from '../../src/services/ratings.ts';
import { addTheme } from '../../src/services/themes.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { setUp } from '../../src/workspace/provision.ts';
import {
  assessments,
  type Evidence,
  evidence,
  folders,
  partners as partnerList,
  prompts,
  themes,
} from '../../src/workspace/schema/lists.ts';
import type { PlannedPerson } from '../../src/workspace/set-up-plan.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { toWords, verdicts } from './answer-words.ts';
import { answers } from './answers.ts';
import { agree, promise, talk, toAround } from './around-answers.ts';
import { type Demo, type DemoPlace, deskOf, findRow, graphOf, place, readAnew, toLink } from './desks.ts';
import { type DemoFile, files } from './documents.ts';
import { buildFile } from './file-bytes.ts';
import {
  announced,
  coordinator,
  isAnnounced,
  type PartnerUid,
  partners,
  partnershipName,
  personOf,
  seniorLeader,
  sources,
} from './half-finished.ts';
import { needed } from './needed.ts';
import { promised } from './promises.ts';
import type { Story } from './story.ts';

const frontDoor: Story = { pack: 'front-door', answers, sources, promised, files, needed, shared: [] };

/** Makes the demo partnership as its people would: through the product's own set-up and services, over Graph. */
export async function makeDemo(where: DemoPlace): Promise<Demo> {
  const year = yearOf(where.today);
  const pack = await findPlannedPack(frontDoor.pack);
  if (!pack) throw new Error(`The pack ${frontDoor.pack} is not there`);
  const report = await setUp(
    graphOf(where, coordinator),
    {
      place,
      partnershipName,
      partners: partners.map(({ uid, title }) => ({ uid, title })),
      people: planPeople(),
      themes: [{ pack, year }],
    },
    () => undefined,
  );
  if (report.error || !report.info) throw report.error ?? new Error('The demo was not set up');
  const theme = themeKey(frontDoor.pack, year);
  const demo: Demo = { ...where, info: report.info, theme, story: frontDoor, desks: new Map() };
  await live(demo);
  await announce(demo);
  await talk(demo);
  return demo;
}

/** What people write, promise and bring, and what second persons say to it. */
async function live(demo: Demo): Promise<void> {
  await Promise.all([rate(demo), bringEvidence(demo), promise(demo)]);
  await check(demo);
  await agree(demo);
}

/** Adds a theme beside the first, which stays as it is. */
export async function addStory(first: Demo, story: Story): Promise<void> {
  const { workspace } = deskOf(first, coordinator);
  const pack = await loadPack(story.pack);
  const { theme } = await addTheme(workspace, { pack, year: yearOf(first.today) });
  for (const desk of first.desks.values()) desk.setDay(0);
  // Whoever brings a file has to see the new theme's folders.
  const leads = new Set(story.files.map((file) => leadOf(file)));
  await Promise.all([...leads].map((number) => readAnew(deskOf(first, number).workspace)));
  const demo: Demo = { ...first, theme: theme.uid, story };
  await live(demo);
  for (const { name, partner, prompts: codes } of story.shared) {
    const { uid: item } = findOfFile(workspace, { name, partner });
    await link(workspace, demo, { uid: item, partner }, codes);
  }
}

function planPeople(): readonly PlannedPerson[] {
  return [
    toPlanned(coordinator, 'coordinator'),
    toPlanned(seniorLeader, 'senior leader'),
    ...partners.flatMap(({ uid, lead, deputy }) => [
      toPlanned(lead, 'lead', uid),
      ...(deputy === undefined ? [] : [toPlanned(deputy, 'deputy', uid)]),
    ]),
  ];
}

function toPlanned(number: number, role: PlannedPerson['role'], partner?: PartnerUid): PlannedPerson {
  const { id, name } = personOf(number);
  return { name, role, person: { id, name }, ...(partner && { partner }) };
}

/** The verdicts of the last weeks. Those that the channel is to hear of come later, by the checklist's own way. */
async function rate(demo: Demo): Promise<void> {
  const cells = demo.story.answers.flatMap((answer, row) =>
    partners.flatMap((partner, column) => {
      const verdict = verdicts[answer.verdicts[column] ?? '.'];
      if (!verdict || isAnnounced(answer.code, partner.uid)) return [];
      return [{ answer, partner, verdict, day: -2 - ((row * 5 + column * 3) % 40), row, column }];
    }),
  );
  await runAtOnce(8, cells, async ({ answer, partner, verdict, day, row, column }) => {
    const rater = partner.deputy !== undefined && row % 3 === 0 ? partner.deputy : partner.lead;
    const { workspace } = deskOf(demo, rater);
    const prompt = promptKey(demo.theme, answer.code);
    const ratedAt = `${addDays(demo.today, day)}T${String(9 + (row % 8)).padStart(2, '0')}:20:00Z`;
    await workspace.create(assessments, {
      uid: assessmentKey(prompt, partner.uid),
      title: `${answer.code} ${partner.title}`,
      prompt,
      partner: partner.uid,
      verdict,
      ...toWords(answer, demo.story.sources[partner.uid], verdict, row),
      ...toAround(demo, { answer, partner, verdict, row, column, ratedAt }),
      ratedBy: workspace.me,
      ratedAt,
    });
  });
}

async function announce(demo: Demo): Promise<void> {
  for (const { code, partner: uid, day } of announced) {
    const partner = partners.find((one) => one.uid === uid);
    const row = demo.story.answers.findIndex((answer) => answer.code === code);
    const answer = demo.story.answers[row];
    if (!partner || !answer) throw new RangeError(`Nothing is known of ${code} and ${uid}`);
    const desk = deskOf(demo, partner.lead);
    desk.setDay(day);
    await desk.workspace.pull();
    const prompt = findRow(desk.workspace, prompts, promptKey(demo.theme, code));
    const { alert } = await rateAssessment(desk.workspace, {
      theme: findRow(desk.workspace, themes, demo.theme),
      prompt,
      partner: findRow(desk.workspace, partnerList, uid),
      verdict: 'red',
      ...toWords(answer, demo.story.sources[uid], 'red', row),
      link: toLink(demo, { screen: 'checklist', assessment: assessmentKey(prompt.uid, uid) }, code),
    });
    if (alert.outcome !== 'posted') throw new Error(`${code}: the channel was not told, ${alert.outcome}`);
  }
}

async function bringEvidence(demo: Demo): Promise<void> {
  await runAtOnce(4, demo.story.files, (file) => (file.state ? bringFile(demo, file) : leaveFile(demo, file)));
  await readAnew(deskOf(demo, coordinator).workspace);
  await runAtOnce(4, demo.story.needed, async ({ title, partner, due, kind, prompts: codes }, index) => {
    const { workspace } = deskOf(demo, coordinator);
    const uid = `${demo.theme}.needed-${index + 1}`;
    const dueOn = addDays(demo.today, due);
    const lead = partners.find((one) => one.uid === partner)?.lead ?? coordinator;
    const { id, name } = personOf(lead);
    await addGap(workspace, { title, partner, theme: demo.theme, owner: { id, name }, dueOn, kindOf: kind }, uid);
    await link(workspace, demo, { uid, partner }, codes);
  });
}

/** A lead adds a file, says what it covers and submits it. */
async function bringFile(demo: Demo, file: DemoFile): Promise<void> {
  const { workspace } = deskOf(demo, leadOf(file));
  const [outcome] = await addEvidenceFiles(workspace, {
    partner: file.partner,
    theme: demo.theme,
    section: file.section,
    files: [toFile(file)],
  });
  if (outcome?.outcome !== 'added') throw new Error(`${file.name}: ${outcome?.outcome}`);
  const own = await sayFacts(demo, workspace, outcome.evidence, file);
  await link(workspace, demo, own, file.prompts ?? []);
  if (file.state !== 'draft') await move(workspace, own, 'submit');
}

function leadOf({ partner }: Pick<DemoFile, 'partner'>): number {
  return partners.find((one) => one.uid === partner)?.lead ?? coordinator;
}

/** What the file covers, what kind of thing it is, and until when it holds. */
async function sayFacts(demo: Demo, workspace: Workspace, seen: Evidence, file: DemoFile): Promise<Evidence> {
  const [from, to] = file.period ?? [];
  const saved = await saveItem(workspace, seen, {
    kindOf: file.kind,
    ...(from !== undefined && { periodFrom: addDays(demo.today, from) }),
    ...(to !== undefined && { periodTo: addDays(demo.today, to), documentOn: addDays(demo.today, to) }),
    ...(file.review !== undefined && { untilReview: true, reviewBy: addDays(demo.today, file.review) }),
    ...(file.marking && { marking: file.marking }),
    ...(file.note && { note: file.note }),
  });
  if (saved.outcome !== 'saved') throw new Error(`${seen.title}: ${saved.outcome}`);
  return saved.row;
}

/** Second persons go through what was submitted: most of it the coordinator, some of it another partner's lead. */
async function check(demo: Demo): Promise<void> {
  const checked = demo.story.files.filter(
    ({ state }) => state !== undefined && state !== 'draft' && state !== 'submitted',
  );
  const checkers = new Set(checked.map((file) => checkerOf(file)));
  await Promise.all([...checkers].map((number) => readAnew(deskOf(demo, number).workspace)));
  await runAtOnce(4, checked, async (file) => {
    const { workspace } = deskOf(demo, checkerOf(file));
    const seen = findOfFile(workspace, file);
    if (file.state === 'returned') return void (await move(workspace, seen, 'return', file.reason));
    const approved = await move(workspace, seen, 'approve');
    if (file.changedTo !== undefined) await changeByHand(demo, file, approved);
    // The coordinator works for all partners, so these are hers to say.
    if (file.state === 'superseded') await move(workspace, approved, 'supersede');
    if (file.state === 'expired') await move(workspace, approved, 'expire');
  });
}

function checkerOf({ approvedBy }: DemoFile): number {
  return partners.find(({ uid }) => uid === approvedBy)?.lead ?? coordinator;
}

function findOfFile(workspace: Workspace, { name, partner }: Pick<DemoFile, 'name' | 'partner'>): Evidence {
  const rows = workspace.rows(evidence);
  const row = rows.state === 'ready' && rows.rows.find((one) => one.fileName === name && one.partner === partner);
  if (!row) throw new Error(`${name} was not submitted`);
  return row;
}

async function move(workspace: Workspace, seen: Evidence, which: Move, reason?: string): Promise<Evidence> {
  const moved = await moveEvidence(workspace, { seen, move: which, reason });
  if (moved.outcome === 'moved') return moved.row;
  throw new Error(`${seen.title}: ${which} ${moved.outcome === 'refused' ? moved.sentence : moved.outcome}`);
}

/** Somebody opens the approved file in SharePoint and saves other words: the register is told by nobody. */
async function changeByHand(demo: Demo, file: DemoFile, { file: item }: Evidence): Promise<void> {
  const partner = partners.find((one) => one.uid === file.partner);
  const { graph, info } = deskOf(demo, partner?.deputy ?? partner?.lead ?? coordinator).workspace;
  await graph.send({
    kind: 'upload',
    method: 'PUT',
    path: `/drives/${encodeURIComponent(info.drive)}/items/${encodeURIComponent(item ?? '')}/content`,
    version: (await getItem(graph, info.drive, item ?? '')).version,
    body: toFile({ ...file, text: file.changedTo ?? '' }),
  });
}

/** Somebody puts a file straight into the folder, and registers nothing. */
async function leaveFile(demo: Demo, file: DemoFile): Promise<void> {
  const { workspace } = deskOf(demo, leadOf(file));
  const { graph, info } = workspace;
  if (workspace.rows(folders).state === 'waiting') await workspace.pull();
  const own = findRow(workspace, folders, `${demo.theme}.${file.partner}`).item;
  const section = (await getChildren(graph, info.drive, own)).find((folder) => folder.name === file.section);
  await saveFile(graph, {
    drive: info.drive,
    folder: section?.id ?? own,
    name: file.name,
    content: toFile(file),
    whenTaken: 'refuse',
  });
}

async function link(
  workspace: Workspace,
  demo: Demo,
  item: { readonly uid: string; readonly partner: string },
  codes: readonly string[],
): Promise<void> {
  for (const code of codes) {
    const prompt = promptKey(demo.theme, code);
    await linkEvidence(workspace, { evidence: item.uid, prompt, partner: item.partner });
  }
}

function toFile(file: DemoFile): File {
  const owner = partners.find((one) => one.uid === file.partner)?.title ?? file.partner;
  const lines = [file.text, `${owner}, ${partnershipName}`, 'A made-up document for trying JTAI Ready.'];
  return new File([buildFile(file.name, lines)], file.name);
}
