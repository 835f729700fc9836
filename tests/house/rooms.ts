/** One module of each room: whether it exists does not matter to the rules. */
export const modules: Readonly<Record<string, string>> = {
  domain: 'src/domain/checklist/verdict.ts',
  graph: 'src/graph/client.ts',
  themes: 'src/themes/packs.ts',
  documents: 'src/documents/workbook.ts',
  store: 'src/workspace/store/workspace.ts',
  hooks: 'src/workspace/hooks.ts',
  schema: 'src/workspace/schema/lists.ts',
  snapshot: 'src/workspace/store/snapshot.ts',
  services: 'src/services/ratings.ts',
  session: 'src/session/session.ts',
  host: 'src/host/start-host.ts',
  ui: 'src/ui/verdict-mark.tsx',
  features: 'src/features/settings/settings.tsx',
  app: 'src/app/app.tsx',
  pages: 'src/pages/configure.ts',
  main: 'src/main.tsx',
  azure: 'infra/azure/send-alerts.ts',
  demo: 'infra/demo/northbridge.ts',
  local: 'infra/local/clock.ts',
  tests: 'tests/support/builders.ts',
};

export type Room = {
  /** Where its files lie. */
  readonly folder: string;
  /** Rooms by their names above, packages by theirs. */
  readonly may: readonly string[];
  readonly never: readonly string[];
};

const OUTSIDE = 'azure demo local tests';
const REACT = 'react react-dom/client @fluentui/react-components';
const MICROSOFT = '@microsoft/teams-js @azure/msal-browser @microsoft/microsoft-graph-client';
const ICONS = '@fluentui/react-icons @fluentui/react-icons/svg @fluentui/react-icons/lib/icons';
const ONE_ICON = '@fluentui/react-icons/svg/add';

/** The table of the house, written out. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: {
    folder: 'src/domain',
    may: names('domain'),
    never: names(
      'graph themes documents store hooks schema services session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS} zod/mini idb fflate node:fs @microsoft/teams.cards`,
    ),
  },
  graph: {
    folder: 'src/graph',
    may: names('domain graph @microsoft/microsoft-graph-client zod/mini'),
    never: names(
      'themes documents store hooks schema services session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${ICONS} @microsoft/teams-js @azure/msal-browser zod idb node:fs`,
    ),
  },
  themes: {
    folder: 'src/themes',
    may: names('domain themes zod/mini'),
    never: names(
      'graph documents store hooks schema services session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS} zod idb node:fs hucre`,
    ),
  },
  documents: {
    folder: 'src/documents',
    may: names('domain themes documents fflate hucre docx hash-wasm'),
    never: names(
      'graph store hooks schema services session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS} idb`,
    ),
  },
  workspace: {
    folder: 'src/workspace',
    may: names('domain graph store schema idb'),
    never: names(
      'hooks themes documents services session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS} zod/mini node:fs hucre`,
    ),
  },
  services: {
    folder: 'src/services',
    may: names('domain themes graph store schema documents services @microsoft/teams.cards'),
    never: names(
      'hooks session host ui features app pages main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS} idb node:fs hucre`,
    ),
  },
  session: {
    folder: 'src/session',
    may: names('domain graph store hooks schema session react'),
    never: names(
      'themes documents services host ui features app pages main',
      `${OUTSIDE} ${MICROSOFT} ${ICONS} @fluentui/react-components react-dom/client idb hucre`,
    ),
  },
  host: {
    folder: 'src/host',
    may: names('host @microsoft/teams-js @azure/msal-browser @azure/msal-browser/popup-relay'),
    never: names(
      'domain graph themes documents store hooks schema services session ui features app pages main',
      `${OUTSIDE} ${REACT} ${ICONS} @microsoft/microsoft-graph-client idb zod/mini`,
    ),
  },
  ui: {
    folder: 'src/ui',
    may: names(`domain ui ${REACT} ${ONE_ICON} @tanstack/react-virtual`),
    never: names(
      'graph themes documents store hooks schema services session host features app pages main',
      `${OUTSIDE} ${MICROSOFT} ${ICONS} idb zod/mini hucre`,
    ),
  },
  features: {
    folder: 'src/features/home',
    may: names(
      'domain themes ui session services documents hooks schema snapshot',
      `${REACT} ${ONE_ICON} @tanstack/react-virtual`,
    ),
    never: names(`graph store host features app pages main ${OUTSIDE} ${MICROSOFT} ${ICONS} idb hucre fflate`),
  },
  app: {
    folder: 'src/app',
    may: names(
      'domain graph themes documents store hooks schema services session host ui features app',
      `${REACT} ${ONE_ICON}`,
    ),
    never: names(`${OUTSIDE} ${MICROSOFT} ${ICONS} idb hucre fflate`),
  },
  pages: {
    folder: 'src/pages',
    may: names('domain host pages'),
    never: names(
      'graph themes documents store hooks schema services session ui features app main',
      `${OUTSIDE} ${REACT} ${MICROSOFT} ${ICONS}`,
    ),
  },
  'the scheduled job': {
    folder: 'infra/azure',
    may: names('domain graph store schema services @azure/functions node:fs'),
    never: names(`features ui host session hooks app pages main documents themes demo local tests ${ICONS}`),
  },
  'the demo': {
    folder: 'infra/demo',
    may: names('domain themes graph store schema services node:fs'),
    never: names(`local azure tests hooks features ui host session app pages main documents ${ICONS}`),
  },
  'the stand-in': {
    folder: 'infra/local',
    may: names('local hono node:sqlite'),
    never: names(
      'domain graph themes documents store hooks schema services session host ui features app pages main demo tests',
      ICONS,
    ),
  },
};

function names(...lists: readonly string[]): readonly string[] {
  return lists.join(' ').split(' ');
}
