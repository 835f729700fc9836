import type { Verdict } from './verdict.ts';

type Rated = { readonly prompt: string; readonly partner: string; readonly verdict?: Verdict };

export type Standing = {
  readonly partner: string;
  /** Prompts that the partner has given a verdict; "not applicable" is one. */
  readonly rated: number;
  readonly of: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Keys of the prompts that are red, in the order of `prompts`. */
  readonly red: readonly string[];
};

/**
 * Where each partner stands, in the order of `partners`. Verdicts on prompts or for partners that are not given
 * (withdrawn, removed, another theme's) do not count.
 */
export function rollUp(
  prompts: readonly { readonly uid: string }[],
  partners: readonly { readonly uid: string }[],
  assessments: readonly Rated[],
): readonly Standing[] {
  const verdicts = new Map(assessments.map((a) => [`${a.partner} ${a.prompt}`, a.verdict]));
  return partners.map((partner) => {
    const given = prompts.map((prompt) => ({ prompt, verdict: verdicts.get(`${partner.uid} ${prompt.uid}`) }));
    const count = (verdict: Verdict) => given.filter((g) => g.verdict === verdict).length;
    return {
      partner: partner.uid,
      rated: given.filter((g) => g.verdict !== undefined).length,
      of: prompts.length,
      counts: {
        red: count('red'),
        amber: count('amber'),
        green: count('green'),
        'not-applicable': count('not-applicable'),
      },
      red: given.filter((g) => g.verdict === 'red').map((g) => g.prompt.uid),
    };
  });
}
