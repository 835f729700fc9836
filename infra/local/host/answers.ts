/** Says in one sentence what failed, with the stand-in's own code beside it for whoever builds the product. */
export async function toFailure(answer: Response, sentence: string): Promise<Response> {
  const text = await answer.text();
  return Response.json({ sentence, status: answer.status, detail: toDetail(text) }, { status: answer.status });
}

function toDetail(text: string): string {
  try {
    const { error } = JSON.parse(text);
    return [error?.code, error?.message].filter(Boolean).join(': ') || text.slice(0, 300);
  } catch {
    return text.slice(0, 300);
  }
}
