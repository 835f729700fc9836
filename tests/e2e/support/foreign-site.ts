import { type Listening, listen } from '../../../infra/local/listen.ts';
import { makeCertificate } from './certificate.ts';

/** A site that is not ours, over TLS: whatever path is asked for, it is this page. */
export async function openForeignSite(name: string, page: string): Promise<Listening> {
  const answer = async () => new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  return listen(answer, 0, await makeCertificate([name]));
}
