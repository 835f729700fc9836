import { describe, expect, it } from 'vitest';
import {
  alertSummary,
  findPrivateDetailIn,
  redAlert,
  refusedAlertSentence,
  tellAlert,
} from '../../../src/domain/alerts/red-alert.ts';

const subject = {
  theme: { title: 'Front door' },
  prompt: { uid: 'front-door-2026.FD-A1', code: 'FD-A1', title: 'Each agency can show how it spots need' },
  partner: { title: 'Police' },
};

describe('an alert about a verdict', () => {
  it('says which partner, which prompt and which verdict, and leads to it', () => {
    expect(redAlert({ ...subject, assessment: 'front-door-2026.FD-A1.police' })).toEqual({
      kind: 'verdict-red',
      category: 'Verdict turned red',
      theme: 'Front door',
      title: 'Police: FD-A1 is red',
      facts: [
        { title: 'Partner', value: 'Police' },
        { title: 'Prompt', value: 'FD-A1 Each agency can show how it spots need' },
        { title: 'Verdict', value: 'Red' },
      ],
      button: 'Open the prompt',
      address: { screen: 'checklist', assessment: 'front-door-2026.FD-A1.police' },
    });
  });

  it('can be told whatever the verdict, also before there is one', () => {
    expect(tellAlert(subject, 'not-applicable')).toMatchObject({
      kind: 'told',
      title: 'Police: FD-A1 is not applicable',
    });
    expect(tellAlert(subject, undefined)).toMatchObject({
      title: 'Police: FD-A1 is not rated',
      address: { screen: 'checklist', prompt: 'front-door-2026.FD-A1' },
    });
  });

  it('has a line for places that draw no cards', () => {
    expect(alertSummary(redAlert(subject))).toBe('Police: FD-A1 is red (Front door)');
  });

  it('is refused when a title in it points to somebody', () => {
    expect(findPrivateDetailIn(redAlert(subject))).toBeUndefined();
    expect(
      findPrivateDetailIn(redAlert({ ...subject, prompt: { ...subject.prompt, title: 'See CHILD-01' } }))?.kind,
    ).toBe('child reference');
    expect(findPrivateDetailIn(redAlert({ ...subject, partner: { title: 'LS1 4AP' } }))?.kind).toBe('postcode');
    expect(findPrivateDetailIn(redAlert({ ...subject, theme: { title: '943 476 5919' } }))?.kind).toBe('NHS number');
  });

  it('tells the author that the verdict stands and the channel does not know', () => {
    const detail = findPrivateDetailIn(redAlert({ ...subject, partner: { title: 'LS1 4AP' } }));
    expect(detail && refusedAlertSentence(detail)).toBe(
      'The channel was not told. This text holds what looks like a postcode. ' +
        'Alerts carry no such thing: change the title it comes from. Your verdict stands.',
    );
  });
});
