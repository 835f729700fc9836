import { teamsLightTheme } from '@fluentui/react-components';
import { createContext } from 'react';

/** Fluent's colours as they are now, for what has to know when they change. Whatever draws uses tokens. */
export const ColoursContext = createContext<typeof teamsLightTheme>(teamsLightTheme);
