const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const LINK = /\[([^\][]+)\]\((https?:\/\/[^\s)]+)\)/g;

/**
 * The markdown that a card may carry: bold, italic and links. Everything is escaped first, since names of files and
 * people come through here.
 */
export function cardMarkdownToHtml(markdown: string): string {
  return escapeHtml(markdown)
    .replace(LINK, '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_([^_\n]+)_(?=$|[\s).,;:])/g, '$1<em>$2</em>')
    .replaceAll('\n', '<br>');
}
