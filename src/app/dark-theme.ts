import { teamsDarkTheme } from '@fluentui/react-components';

/** In a file of its own, so that people in the light do not wait for it. */
export const darkTheme = teamsDarkTheme;
