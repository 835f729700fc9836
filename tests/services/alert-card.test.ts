import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { expect, it } from 'vitest';
import { redAlert } from '../../src/domain/alerts/red-alert.ts';
import { toAlertCard } from '../../src/services/alert-card.ts';

const alert = redAlert({
  theme: { title: 'Front door' },
  prompt: { uid: 'front-door-2026.FD-A1', code: 'FD-A1', title: 'Each agency spots need' },
  partner: { title: '[Police](https://evil.example) **now**' },
});

it('a card is read without a complaint as version 1.5', () => {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(toAlertCard(alert, 'https://teams.microsoft.com/l/entity/a/b'), context);
  expect(context.eventCount).toBe(0);
});

it('what people typed is never where markdown is read', () => {
  const card = JSON.stringify(toAlertCard(alert, 'https://teams.microsoft.com/l/entity/a/b'));
  expect(card).not.toContain('"TextBlock"');
  expect(card).not.toContain('"FactSet"');
  expect(card).toContain('[Police](https://evil.example) **now**');
});

it('is far below what a channel message may hold', () => {
  expect(JSON.stringify(toAlertCard(alert, 'https://teams.microsoft.com/l/entity/a/b')).length).toBeLessThan(4000);
});
