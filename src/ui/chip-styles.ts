import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { rowHover } from './row-hover.ts';

/** What a chip looks like: a filter, a list, a choice. */
export const useChipStyles = makeStyles({
  chip: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    boxSizing: 'border-box',
    height: '28px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: '14px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (max-width: 639px)': { height: '44px', borderRadius: '22px' },
  },
  on: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
});
