import { createContext, useContext } from 'react';

/** Which theme the screens are about, chosen once for all of them. */
export type ThemeChoice = {
  /** Its uid; missing while nobody has chosen. */
  readonly chosen: string | undefined;
  readonly choose: (theme: string) => void;
};

export const ThemeChoiceContext = createContext<ThemeChoice>({ chosen: undefined, choose: () => undefined });

export function useThemeChoice(): ThemeChoice {
  return useContext(ThemeChoiceContext);
}
