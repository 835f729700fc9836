export type PlacedPrompt = { readonly code: string; readonly group: string; readonly position: number };

export type PromptGroup<P> = { readonly name: string; readonly prompts: readonly P[] };

/** Prompts in the pack's groups. Groups stand in the order of their first prompt. */
export function groupPrompts<P extends PlacedPrompt>(prompts: readonly P[]): readonly PromptGroup<P>[] {
  const groups = new Map<string, P[]>();
  for (const prompt of prompts.toSorted(byPosition)) {
    const group = groups.get(prompt.group);
    if (group) group.push(prompt);
    else groups.set(prompt.group, [prompt]);
  }
  return [...groups].map(([name, members]) => ({ name, prompts: members }));
}

function byPosition(one: PlacedPrompt, other: PlacedPrompt): number {
  return one.position - other.position || (one.code < other.code ? -1 : 1);
}
