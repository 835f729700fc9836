import * as z from 'zod/mini';
import { isDay } from '../domain/calendar/day.ts';

// Control characters, and those that no XML file may hold, are in no line.
const LINE =
  /^(?:[^\s\p{Cc}\p{Cs}\uFFFE\uFFFF](?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]*[^\s\p{Cc}\p{Cs}\uFFFE\uFFFF])?)?$/u;

/** Keys become part of an address, so no more than these characters. */
const key = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be letters, digits, dots and hyphens'));
/** One line, as a list in SharePoint and a cell in a workbook keep it. */
const words = (max: number) =>
  z
    .string()
    .check(
      z.minLength(1, 'must not be empty'),
      z.maxLength(max, `must have at most ${max} characters`),
      z.regex(LINE, 'must be one line, without spaces at its ends'),
    );
const list = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.minLength(1, 'must not be empty'));

/**
 * How sure we are. Verified: the named source raises it. Derived: ours, from findings and practice. Remembered: check
 * it against current guidance. Verified and derived together: the source raises it, the detail is ours.
 */
const trust = list(z.enum(['verified', 'computed', 'derived', 'remembered']));

const source = z.strictObject({
  title: words(60),
  /** Missing where the source is not on the web. */
  url: z.optional(
    z
      .string()
      .check(
        z.regex(/^https:\/\/\S+$/, 'must be an https address'),
        z.maxLength(255, 'must have at most 255 characters'),
      ),
  ),
});

/** In a workbook a semicolon stands between sources. */
const paragraph = words(20).check(z.regex(/^[^;]*$/, 'must not hold a semicolon'));

/** By their keys in the pack's own table, with the paragraph where it is known. */
const sources = z.optional(list(z.strictObject({ id: key, paragraph: z.optional(paragraph) })));

/** The register keeps a prompt's id in a column of 30 characters. */
const code = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, 'must be letters, digits, dots and hyphens'));

const prompt = z.strictObject({
  id: code,
  group: words(10),
  text: words(255),
  trust,
  sources,
  note: z.optional(words(120)),
});

const document = z.strictObject({
  /** Missing: asked of the partnership as a whole. */
  partner: z.optional(key),
  title: words(255),
  /** The name of one of the pack's kinds of evidence. */
  kind: z.optional(words(120)),
  trust,
});

const kind = z.strictObject({
  name: words(120),
  /** Holds until its review, however old it is, like a policy; anything else ages with the period that it covers. */
  untilReview: z.boolean(),
  trust,
});

/** Working days from an anchor, which itself is day 0. */
const workingDays = z.int().check(z.minimum(0, 'must be 0 or more'), z.maximum(400, 'must be at most 400'));

const step = z.strictObject({
  id: key,
  anchor: z.enum(['notified', 'fieldwork-start', 'fieldwork-end', 'report-received']),
  from: workingDays,
  /** Missing where the step is one day long. */
  to: z.optional(workingDays),
  text: words(255),
  who: words(120),
  trust,
  sources,
});

const column = z.strictObject({
  id: key,
  title: words(120),
  need: z.enum(['required', 'optional', 'off']),
  trust,
});

/** A theme pack as it stands in a file, `schema` 1. */
export const packSchema = z.strictObject({
  schema: z.literal(1),
  id: key,
  title: words(80),
  /** What the prompts are called on screen: never "the criteria", which are the inspectorates'. */
  label: z.literal('benchmark prompts'),
  version: words(30),
  date: z.string().check(z.refine(isDay, 'must be a day, like 2026-11-30')),
  /** The source that is the theme's guidance. */
  guidance: key,
  inspectorates: list(words(60)),
  /** Keys of the partners in scope. */
  partners: list(key),
  ageBand: z.optional(words(120)),
  /** What is not known: shown in these words wherever it would stand. */
  notVerified: z.array(words(255)),
  sources: z.record(key, source),
  groups: list(z.strictObject({ id: words(10), name: words(100) })),
  prompts: list(prompt),
  documents: z.array(document),
  /** Kinds of evidence, in the order in which they are offered. */
  kinds: z.array(kind),
  /** The working-day plan of an inspection: a template, from which an inspection's own plan is made. */
  timetable: z.array(step),
  /** The columns of the cohort list, and whether each is asked for. */
  cohort: z.array(column),
});

export type ThemePack = z.infer<typeof packSchema>;
export type PackPrompt = ThemePack['prompts'][number];
export type PackKind = ThemePack['kinds'][number];
export type PackStep = ThemePack['timetable'][number];
export type PackDocument = ThemePack['documents'][number];
export type Trust = PackPrompt['trust'][number];
