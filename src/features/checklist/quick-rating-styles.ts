import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

export const useQuickRatingStyles = makeStyles({
  box: {
    position: 'fixed',
    margin: 0,
    inset: 'auto',
    boxSizing: 'border-box',
    width: '440px',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: 'calc(100vh - 16px)',
    // The body scrolls; what saves stays in sight. Only a frame lower than the foot scrolls the whole.
    overflowY: 'auto',
    padding: tokens.spacingVerticalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow28,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '&[open]': { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
    '&::backdrop': { backgroundColor: 'transparent' },
  },
  full: {
    inset: 0,
    width: '100%',
    maxWidth: 'none',
    height: '100%',
    maxHeight: 'none',
    border: 'none',
    borderRadius: 0,
    '& button': { minHeight: '44px' },
  },
  body: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: '96px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    // Room for the focus ring of what is inside.
    margin: '0 -4px',
    padding: '0 4px 4px',
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  text: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  foot: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
