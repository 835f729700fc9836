import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { AdaptiveCard as Card, HostConfig, OpenUrlAction, SerializationContext, Versions } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { cardLook } from './card-look.ts';
import { cardMarkdownToHtml } from './escape-html.ts';

const useStyles = makeStyles({
  card: {
    maxWidth: '520px',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '& .ac-pushButton': {
      minHeight: '32px',
      padding: `0 ${tokens.spacingHorizontalM}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
    '& .ac-pushButton:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& .ac-pushButton.style-positive, & .ac-pushButton.primary': {
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorBrandBackground}`,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '& .ac-pushButton:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-factset td': { paddingBottom: tokens.spacingVerticalXS },
    '& .ac-table, & table': { borderCollapse: 'collapse' },
  },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

// The library keeps this in one place for all cards.
Card.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdownToHtml(text);
  result.didProcess = true;
};

type AdaptiveCardProps = { readonly json: string; readonly onOpenUrl: (url: string) => void };

/** Draws a card of schema 1.5. What the schema does not allow is said below it, since Teams would drop it in silence. */
export function AdaptiveCard({ json, onOpenUrl }: AdaptiveCardProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const open = useRef(onOpenUrl);
  open.current = onOpenUrl;

  useEffect(() => {
    const card = new Card();
    card.hostConfig = new HostConfig(cardLook);
    card.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction && action.url) open.current(action.url);
    };
    const context = new SerializationContext(Versions.v1_5);
    const found: string[] = [];
    try {
      card.parse(JSON.parse(json), context);
      for (let at = 0; at < context.eventCount; at += 1) found.push(context.getEventAt(at).message);
      const drawn = card.render();
      place.current?.replaceChildren(...(drawn ? [drawn] : []));
    } catch (error) {
      found.push(error instanceof Error ? error.message : String(error));
    }
    setProblems(found);
  }, [json]);

  return (
    <>
      <div ref={place} className={styles.card} />
      {problems.map((problem) => (
        <Caption1 key={problem} as="p" role="alert" className={styles.problem} data-card-problem>
          {`The card does not follow its schema: ${problem}`}
        </Caption1>
      ))}
    </>
  );
}
