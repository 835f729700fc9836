import { addDays, yearOf } from '../../src/domain/calendar/day.ts';
import { assessmentKey, promptKey, themeKey } from '../../src/domain/checklist/keys.ts';
import { runAtOnce } from '../../src/graph/at-once.ts';
import { getChildren } from '../../src/graph/drive.ts';
import { saveFile } from '../../src/graph/upload.ts';
import { addEvidenceFiles } from '../../src/services/evidence-files.ts';
import { linkEvidence } from '../../src/services/evidence-links.ts';
import { findPlannedPack } from '../../src/services/planned-packs.ts';
import { rateAssessment } from '../../src/services/ratings.ts';
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
import { type Demo, type DemoPlace, deskOf, findRow, graphOf, place, toLink } from './desks.ts';
import { type DemoFile, files, needed } from './documents.ts';
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
} from './half-finished.ts';

const PACK = 'front-door';

/** Makes the demo partnership as its people would: through the product's own set-up and services, over Graph. */
export async function makeDemo(where: DemoPlace): Promise<void> {
  const year = yearOf(where.today);
  const pack = await findPlannedPack(PACK);
  if (!pack) throw new Error(`The pack ${PACK} is not there`);
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
  const demo: Demo = { ...where, info: report.info, theme: themeKey(PACK, year), desks: new Map() };
  await Promise.all([rate(demo), bringEvidence(demo), promise(demo)]);
  await check(demo);
  await agree(demo);
  await announce(demo);
  await talk(demo);
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
  const cells = answers.flatMap((answer, row) =>
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
      ...toWords(answer, partner.uid, verdict, row),
      ...toAround(demo, { answer, partner, verdict, row, column, ratedAt }),
      ratedBy: workspace.me,
      ratedAt,
    });
  });
}

async function announce(demo: Demo): Promise<void> {
  for (const { code, partner: uid, day } of announced) {
    const partner = partners.find((one) => one.uid === uid);
    const row = answers.findIndex((answer) => answer.code === code);
    const answer = answers[row];
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
      ...toWords(answer, uid, 'red', row),
      link: toLink(demo, { screen: 'checklist', assessment: assessmentKey(prompt.uid, uid) }, code),
    });
    if (alert.outcome !== 'posted') throw new Error(`${code}: the channel was not told, ${alert.outcome}`);
  }
}

async function bringEvidence(demo: Demo): Promise<void> {
  await runAtOnce(4, files, (file) => (file.state ? bringFile(demo, file) : leaveFile(demo, file)));
  await runAtOnce(4, needed, async ({ title, partner, due, prompts: codes }, index) => {
    const { workspace } = deskOf(demo, coordinator);
    const uid = `${demo.theme}.needed-${index + 1}`;
    const dueOn = addDays(demo.today, due);
    await workspace.create(evidence, { uid, title, partner, theme: demo.theme, state: 'needed', dueOn });
    await link(workspace, demo, { uid, partner }, codes);
  });
}

/** A lead adds a file, says what it covers and submits it. */
async function bringFile(demo: Demo, file: DemoFile): Promise<void> {
  const partner = partners.find((one) => one.uid === file.partner);
  const { workspace } = deskOf(demo, partner?.lead ?? coordinator);
  const [outcome] = await addEvidenceFiles(workspace, {
    partner: file.partner,
    theme: demo.theme,
    section: file.section,
    files: [toFile(file)],
  });
  if (outcome?.outcome !== 'added') throw new Error(`${file.name}: ${outcome?.outcome}`);
  const own = outcome.evidence;
  const period = file.period && {
    periodFrom: addDays(demo.today, file.period[0]),
    periodTo: addDays(demo.today, file.period[1]),
  };
  const isSubmitted = file.state !== 'draft';
  await change(workspace, own, { ...period, ...(isSubmitted && { state: 'submitted' }) });
  await link(workspace, demo, own, file.prompts ?? []);
}

/** The coordinator goes through what was submitted. */
async function check(demo: Demo): Promise<void> {
  const { workspace } = deskOf(demo, coordinator);
  await workspace.pull();
  const rows = workspace.rows(evidence);
  const checked = files.filter((file) => file.state === 'approved' || file.state === 'returned');
  await runAtOnce(4, checked, async ({ name, partner, state, note }) => {
    const seen = rows.state === 'ready' && rows.rows.find((row) => row.fileName === name && row.partner === partner);
    if (!seen || !state) throw new Error(`${name} was not submitted`);
    await change(workspace, seen, { state, ...(note && { note }) });
  });
}

async function change(
  workspace: Workspace,
  seen: Evidence,
  patch: Parameters<typeof workspace.save<typeof evidence>>[2],
) {
  const saved = await workspace.save(evidence, seen.uid, patch, seen);
  if (saved.outcome !== 'saved') throw new Error(`${seen.title}: ${saved.outcome}`);
}

/** Somebody puts a file straight into the folder, and registers nothing. */
async function leaveFile(demo: Demo, file: DemoFile): Promise<void> {
  const partner = partners.find((one) => one.uid === file.partner);
  const { workspace } = deskOf(demo, partner?.lead ?? coordinator);
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
