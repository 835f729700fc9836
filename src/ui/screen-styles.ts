import { makeStyles, tokens } from '@fluentui/react-components';

/** A screen of cards, which scrolls as a whole, and a column of them. */
export const useScreenStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    '@media (max-width: 1099px)': { padding: tokens.spacingHorizontalL },
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalM },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
});
