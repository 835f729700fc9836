import { teamsHighContrastTheme } from '@fluentui/react-components';

/** In a file of its own, so that only those who need it wait for it. */
export const contrastTheme = teamsHighContrastTheme;
