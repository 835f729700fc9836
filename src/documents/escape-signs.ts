/** In a workbook `_x000D_` stands for a character; words that only look like one say so. */
export function escapeSigns(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
