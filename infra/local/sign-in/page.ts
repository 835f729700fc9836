/** Plain pages without a script; everything that comes from outside is escaped. */

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

export function page(title: string, body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}
button{font:inherit;display:block;width:100%;text-align:left;padding:.6rem 1rem;margin:.3rem 0;cursor:pointer}
small{color:#555}</style></head><body><h1>${escapeHtml(title)}</h1>${body}
<p><small>This is a stand-in for the Microsoft sign-in page, on this computer only.</small></p></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** One button a choice; the request's own options travel along. */
export function choices(
  options: URLSearchParams,
  name: string,
  entries: readonly { value: string; label: string; detail?: string }[],
): string {
  const hidden = [...options]
    .filter(([key]) => key !== name)
    .map(([key, value]) => `<input type="hidden" name="${escapeHtml(key)}" value="${escapeHtml(value)}">`)
    .join('');
  const buttons = entries
    .map(
      ({ value, label, detail }) =>
        `<button name="${name}" value="${escapeHtml(value)}">${escapeHtml(label)}${detail ? `<br><small>${escapeHtml(detail)}</small>` : ''}</button>`,
    )
    .join('');
  return `<form method="get">${hidden}${buttons}</form>`;
}
