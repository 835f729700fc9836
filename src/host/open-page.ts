import { app } from '@microsoft/teams-js';
import { type Configuration, readConfiguration } from './configuration.ts';
import { type HostFacts, toFacts, toTheme } from './facts.ts';
import { greetTeams } from './teams.ts';

const TIME_LIMIT_MS = 10_000;

/** The start that the small pages share: greet Teams and wear its theme. Signs nobody in. */
export async function openPage(): Promise<{ configuration: Configuration; facts: HostFacts }> {
  const configuration = readConfiguration(document);
  const facts = toFacts(await greetTeams(configuration.trustedOrigins, TIME_LIMIT_MS), 'none');
  document.documentElement.dataset.theme = facts.theme;
  app.registerOnThemeChangeHandler((name) => {
    document.documentElement.dataset.theme = toTheme(name);
  });
  await app.notifySuccess();
  return { configuration, facts };
}
