import { tokens } from '@fluentui/react-components';

/** A check box of one element, as wide as a finger needs it; the tick is a border, which stays in forced colours. */
export const pickBox = {
  appearance: 'none',
  position: 'relative',
  zIndex: 1,
  flexShrink: 0,
  width: '36px',
  height: '44px',
  margin: 0,
  cursor: 'pointer',
  '::before': {
    content: '""',
    position: 'absolute',
    inset: 0,
    margin: 'auto',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  ':checked::before': {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  ':checked::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    margin: 'auto',
    boxSizing: 'border-box',
    width: '6px',
    height: '10px',
    borderRight: `2px solid ${tokens.colorNeutralForegroundInverted}`,
    borderBottom: `2px solid ${tokens.colorNeutralForegroundInverted}`,
    transform: 'translateY(-1px) rotate(45deg)',
  },
  // Some of those that it stands for: a line in place of the tick.
  ':indeterminate::before': {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  ':indeterminate::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    margin: 'auto',
    boxSizing: 'border-box',
    width: '8px',
    height: '2px',
    borderTop: `2px solid ${tokens.colorNeutralForegroundInverted}`,
  },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
} as const;
