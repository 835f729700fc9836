import { findPerson } from '../state/people.ts';
import { isObject, listIn, objectIn, textIn } from './body.ts';
import type { Call, Json } from './endpoint.ts';
import { Refusal } from './errors.ts';

/** About what Teams takes for one post, its cards and mentions counted. */
const LARGEST_POST = 28_000;
const KNOWN = new Set([
  'body',
  'attachments',
  'mentions',
  'importance',
  'subject',
  'hostedContents',
  'locale',
  'messageType',
]);

const badRequest = (message: string) => new Refusal(400, 'BadRequest', message);

/** Refuses what Teams would: unknown members, too much, cards and mentions that do not match their places. */
export function checkMessage(call: Pick<Call, 'state'>, body: Json): void {
  for (const name of Object.keys(body)) {
    if (!KNOWN.has(name) && !name.includes('@'))
      throw badRequest(`The property '${name}' does not exist on type 'chatMessage'.`);
  }
  const text = objectIn(body, 'body');
  const content = text && textIn(text, 'content');
  if (content === undefined) throw badRequest('A message needs a body with content.');
  const type = textIn(text ?? {}, 'contentType') ?? 'text';
  if (!/^(text|html)$/i.test(type)) throw badRequest(`Unknown contentType '${type}'.`);
  if (!/^(normal|high|urgent)$/i.test(textIn(body, 'importance') ?? 'normal')) throw badRequest('Unknown importance.');
  if (Buffer.byteLength(JSON.stringify(body)) > LARGEST_POST) {
    throw new Refusal(413, 'RequestEntityTooLarge', 'The message is larger than Teams takes.');
  }
  const html = type.toLowerCase() === 'html' ? content : '';
  checkAttachments(listIn(body, 'attachments') ?? [], html);
  checkMentions(call, listIn(body, 'mentions') ?? [], html);
}

function checkAttachments(attachments: readonly unknown[], html: string): void {
  const shown = idsIn(html, /<attachment\s+id="([^"]*)"/gi);
  const ids = attachments.map((attachment) => {
    if (!isObject(attachment)) throw badRequest('An attachment is an object.');
    const content = attachment.content;
    if (content !== undefined && content !== null && typeof content !== 'string') {
      throw badRequest("The attachment's content must be a JSON string.");
    }
    if (/card/i.test(textIn(attachment, 'contentType') ?? '')) checkCard(content);
    return textIn(attachment, 'id') ?? '';
  });
  if (!sameSet(shown, ids)) throw badRequest('Attachments and their places in the body do not match.');
}

function checkCard(content: unknown): void {
  try {
    JSON.parse(String(content));
  } catch {
    throw badRequest('The card is not valid JSON.');
  }
}

function checkMentions(call: Pick<Call, 'state'>, mentions: readonly unknown[], html: string): void {
  const shown = idsIn(html, /<at\s+id="([^"]*)"/gi);
  const ids = mentions.map((mention) => {
    if (!isObject(mention)) throw badRequest('A mention is an object.');
    const user = objectIn(objectIn(mention, 'mentioned') ?? {}, 'user');
    if (user && !findPerson(call.state, textIn(user, 'id') ?? ''))
      throw badRequest('The mentioned person does not exist.');
    return String(mention.id);
  });
  if (!sameSet(shown, ids)) throw badRequest('Mentions and their places in the body do not match.');
}

const idsIn = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((found) => found[1] ?? '');

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  new Set(a).size === new Set(b).size && a.every((id) => b.includes(id));
