import type { Address } from '../address.ts';
import { type Verdict, verdictName } from '../checklist/verdict.ts';
import { findPrivateDetail, type PrivateDetail } from './privacy-check.ts';

/** What a channel post says. Every word of it comes from titles and dates; nothing in it was typed for it. */
export type Alert = {
  readonly kind: 'verdict-red' | 'told';
  readonly category: string;
  readonly theme: string;
  readonly title: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What the one button says, and where it leads. */
  readonly button: string;
  readonly address: Address;
};

export type AlertSubject = {
  readonly theme: { readonly title: string };
  readonly prompt: { readonly uid: string; readonly code: string; readonly title: string };
  readonly partner: { readonly title: string };
  /** The assessment's key, where the partner has one; without it the link opens the prompt. */
  readonly assessment?: string;
};

/** Tells the channel that a partner's verdict has turned red. */
export function redAlert(subject: AlertSubject): Alert {
  return {
    ...aboutVerdict(subject, 'red'),
    kind: 'verdict-red',
    category: 'Verdict turned red',
    title: `${subject.partner.title}: ${subject.prompt.code} is red`,
  };
}

/** Tells the channel where a partner stands, because a person pressed "Tell the channel". */
export function tellAlert(subject: AlertSubject, verdict: Verdict | undefined): Alert {
  return {
    ...aboutVerdict(subject, verdict),
    kind: 'told',
    category: 'From the checklist',
    title: `${subject.partner.title}: ${subject.prompt.code} is ${verdictName(verdict).toLowerCase()}`,
  };
}

/** What in the alert could point to a child or a person at home: titles, too, are typed by somebody. */
export function findPrivateDetailIn(alert: Alert): PrivateDetail | undefined {
  const texts = [alert.theme, alert.title, ...alert.facts.map((fact) => fact.value)];
  return texts.map(findPrivateDetail).find((detail) => detail !== undefined);
}

/** What the person is told whose alert was not sent; what they saved before it stays saved. */
export function refusedAlertSentence(detail: PrivateDetail): string {
  return `The channel was not told. ${detail.sentence} Alerts carry no such thing: change the title it comes from. Your verdict stands.`;
}

/** The alert on one line, for notifications and for readers that do not draw cards. */
export function alertSummary(alert: Alert): string {
  return `${alert.title} (${alert.theme})`;
}

function aboutVerdict(
  { theme, prompt, partner, assessment }: AlertSubject,
  verdict: Verdict | undefined,
): Omit<Alert, 'kind' | 'category' | 'title'> {
  return {
    theme: theme.title,
    facts: [
      { title: 'Partner', value: partner.title },
      { title: 'Prompt', value: `${prompt.code} ${prompt.title}` },
      { title: 'Verdict', value: verdictName(verdict) },
    ],
    button: 'Open the prompt',
    address:
      assessment === undefined ? { screen: 'checklist', prompt: prompt.uid } : { screen: 'checklist', assessment },
  };
}
