import { teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Theme } from '../host/facts.ts';

type FluentTheme = typeof teamsLightTheme;

const loaders: Readonly<Record<Theme, () => Promise<FluentTheme>>> = {
  default: () => Promise.resolve(teamsLightTheme),
  dark: async () => (await import('./dark-theme.ts')).darkTheme,
  contrast: async () => (await import('./contrast-theme.ts')).contrastTheme,
};

/** Fluent's colours for the host's theme. The colours from before stay until the others have come. */
export function useFluentTheme(theme: Theme): FluentTheme {
  const [colours, setColours] = useState<FluentTheme>(teamsLightTheme);
  useEffect(() => {
    let isCurrent = true;
    loaders[theme]().then(
      (next) => isCurrent && setColours(next),
      // Colours that could not be fetched are no reason to stop: the words are all there.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [theme]);
  return colours;
}

/** What the screen around the tab most likely looks like, until Teams has said so. */
export function guessTheme(): Theme {
  if (matchMedia('(forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}
