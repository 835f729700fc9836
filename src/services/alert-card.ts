import type { IAdaptiveCard, IColumn, IColumnSet, ITextRun } from '@microsoft/teams.cards';
import type { Alert } from '../domain/alerts/red-alert.ts';
import { alertSummary } from '../domain/alerts/red-alert.ts';

/**
 * An alert as a card: category and theme in a band, one line, the facts, one button. Words go in as text runs, which
 * unlike text blocks are never read as markdown: a partner called `[x](y)` stays just that.
 */
export function toAlertCard(alert: Alert, link: string): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    fallbackText: alertSummary(alert),
    body: [
      {
        type: 'Container',
        style: 'emphasis',
        bleed: true,
        items: [
          {
            type: 'ColumnSet',
            columns: [
              toColumn('stretch', { type: 'TextRun', text: alert.category, size: 'Small', weight: 'Bolder' }),
              toColumn('auto', { type: 'TextRun', text: alert.theme, size: 'Small', isSubtle: true }),
            ],
          },
        ],
      },
      {
        type: 'RichTextBlock',
        spacing: 'Medium',
        inlines: [{ type: 'TextRun', text: alert.title, size: 'Medium', weight: 'Bolder' }],
      },
      ...alert.facts.map(toFact),
    ],
    actions: [{ type: 'Action.OpenUrl', title: alert.button, url: link, style: 'positive' }],
  };
}

function toFact(fact: Alert['facts'][number]): IColumnSet {
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      toColumn('84px', { type: 'TextRun', text: fact.title, isSubtle: true }),
      toColumn('stretch', { type: 'TextRun', text: fact.value }),
    ],
  };
}

function toColumn(width: string, run: ITextRun): IColumn {
  return { type: 'Column', width, items: [{ type: 'RichTextBlock', inlines: [run] }] };
}
