import { tokens } from '@fluentui/react-components';

const plain = { default: tokens.colorNeutralForeground1, subtle: tokens.colorNeutralForeground3 };

function colours(text: { default: string; subtle: string }) {
  return {
    default: text,
    dark: text,
    light: text,
    accent: { default: tokens.colorBrandForeground1, subtle: tokens.colorBrandForeground1 },
    good: { default: tokens.colorStatusSuccessForeground1, subtle: tokens.colorStatusSuccessForeground1 },
    warning: { default: tokens.colorStatusWarningForeground3, subtle: tokens.colorStatusWarningForeground3 },
    attention: { default: tokens.colorStatusDangerForeground3, subtle: tokens.colorStatusDangerForeground3 },
  };
}

const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colours(plain) });

/** Cards in the clothes of the page: its type, its spacing, its colours in all three themes. Teams' own look may differ. */
export const cardLook = {
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  containerStyles: {
    default: style(tokens.colorNeutralBackground1),
    emphasis: style(tokens.colorNeutralBackground3),
    accent: style(tokens.colorBrandBackground2),
    good: style(tokens.colorStatusSuccessBackground1),
    attention: style(tokens.colorStatusDangerBackground1),
    warning: style(tokens.colorStatusWarningBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
  },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 160 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 16,
  },
};
