import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject, listIn, readJson } from '../graph/body.ts';
import type { Json } from '../graph/endpoint.ts';
import { WORKFLOWS } from '../graph/entities/team.ts';
import { Refusal } from '../graph/errors.ts';
import { checkMessage } from '../graph/message-body.ts';
import { keepMessage } from '../graph/resources/messages.ts';
import type { State } from '../state/state.ts';

/** The address of a channel's webhook: whoever has it may post, so it holds a seal. */
export function webhookUrl(state: State, channel: string): string {
  return `${state.origins.graph}/workflows/${encodeURIComponent(channel)}/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${sealOf(state, channel)}`;
}

export const isWebhook = (url: URL): boolean =>
  /^\/workflows\/[^/]+\/triggers\/manual\/paths\/invoke$/.test(url.pathname);

/** "Post to a channel when a webhook request is received": 202 and no word of how it went. */
export async function answerWebhook(state: State, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const channel = decodeURIComponent(url.pathname.split('/')[2] ?? '');
  try {
    if (request.method !== 'POST') throw new Refusal(405, 'MethodNotAllowed', 'A webhook takes POST.');
    demandSeal(state, channel, url.searchParams.get('sig') ?? '');
    const message = toMessageBody(await readJson(request));
    checkMessage({ state }, message);
    state.db.transaction(() => keepMessage(state, channel, WORKFLOWS, message, null));
    return new Response(null, { status: 202 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ error: { code: error.code, message: error.message } }, { status: error.status });
  }
}

function demandSeal(state: State, channel: string, given: string): void {
  const expected = Buffer.from(sealOf(state, channel));
  const sig = Buffer.from(given);
  const known = state.db.get('select 1 from channel where id = ?', channel) !== undefined;
  if (!known || sig.length !== expected.length || !timingSafeEqual(sig, expected)) {
    throw new Refusal(401, 'DirectApiAuthorizationRequired', 'The signature of the address is wrong.');
  }
}

/** Cards come as objects here, not as the JSON text that a chat message wants. */
function toMessageBody(body: Json): Json {
  const attachments = (listIn(body, 'attachments') ?? []).map((attachment, i) => {
    if (!isObject(attachment) || !isObject(attachment.content))
      throw new Refusal(400, 'BadRequest', 'An attachment needs its content.');
    return {
      id: String(i + 1),
      contentType: String(attachment.contentType),
      content: JSON.stringify(attachment.content),
    };
  });
  if (attachments.length === 0) throw new Refusal(400, 'BadRequest', 'There is no card to post.');
  const content = attachments.map(({ id }) => `<attachment id="${id}"></attachment>`).join('');
  return { body: { contentType: 'html', content }, attachments };
}

const sealOf = (state: State, channel: string): string =>
  createHmac('sha256', state.secret).update(`webhook ${channel}`).digest('base64url');
