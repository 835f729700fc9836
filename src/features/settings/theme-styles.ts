import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

/** What the cards of themes and packs share. */
export const useThemeStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalM}` },
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  shown: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, alignSelf: 'center', padding: '0 8px' },
  /** A link in small text. */
  inText: { fontSize: 'inherit', lineHeight: 'inherit' },
  text: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  /** What can be done with a row: together, at its end. */
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { width: '100%' },
  },
  act: { minWidth: 'auto' },
  fill: { minWidth: 0, width: '100%' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  fields: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  grow: { flexGrow: 1, minWidth: '200px' },
  wide: { width: '100%' },
  year: { width: '110px' },
  key: { width: '140px' },
  /** Two of them stand side by side on a phone. */
  footButton: { '@media (max-width: 639px)': { flexGrow: 1, padding: '0 8px' } },
  editor: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalL,
  },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  difference: { ...typographyStyles.body1, margin: 0, paddingLeft: '20px' },
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalS} 0 0` },
  code: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
});
