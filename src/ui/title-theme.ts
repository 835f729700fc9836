import { createContext } from 'react';
import type { ThemeOption } from './theme-select.tsx';

/** What the title row offers where the header has no room for the theme; missing where there is no theme yet. */
export type TitleTheme = {
  readonly options: readonly ThemeOption[];
  readonly shown: string;
  readonly onChoose: (theme: string) => void;
};

export const TitleThemeContext = createContext<TitleTheme | undefined>(undefined);
