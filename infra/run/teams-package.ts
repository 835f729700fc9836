import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { zipSync } from 'fflate';

/** What a tenant's administrator says about their tenant, from environment variables. */
export type TenantFacts = {
  readonly teamsAppId: string;
  readonly clientId: string;
  readonly tenant: string;
  /** Where the tab is served, `https://jtai.example.org`, nothing after the host. */
  readonly tabOrigin: string;
  readonly developerName: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
};

/** What is wrong with what was given, each a sentence for the person who runs the command. */
export class PackageFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'PackageFault';
    this.faults = faults;
  }
}

type Kind = 'guid' | 'origin' | 'address' | 'text';

const VARIABLES: Readonly<Record<keyof TenantFacts, { readonly name: string; readonly kind: Kind }>> = {
  teamsAppId: { name: 'JTAI_TEAMS_APP_ID', kind: 'guid' },
  clientId: { name: 'JTAI_CLIENT_ID', kind: 'guid' },
  tenant: { name: 'JTAI_TENANT_ID', kind: 'guid' },
  tabOrigin: { name: 'JTAI_TAB_ORIGIN', kind: 'origin' },
  developerName: { name: 'JTAI_DEVELOPER_NAME', kind: 'text' },
  websiteUrl: { name: 'JTAI_WEBSITE_URL', kind: 'address' },
  privacyUrl: { name: 'JTAI_PRIVACY_URL', kind: 'address' },
  termsUrl: { name: 'JTAI_TERMS_URL', kind: 'address' },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws one `PackageFault` with everything that is missing or wrong. */
export function readTenantFacts(environment: Environment): TenantFacts {
  const faults = Object.values(VARIABLES).flatMap(({ name, kind }) => faultOf(name, kind, environment[name]) ?? []);
  if (environment.JTAI_TRUSTED_ORIGINS) {
    faults.push('JTAI_TRUSTED_ORIGINS is set. In a tenant the tab trusts Microsoft’s own hosts only: unset it.');
  }
  if (faults.length > 0) throw new PackageFault(faults);
  const value = (key: keyof TenantFacts) => environment[VARIABLES[key].name] ?? '';
  return {
    teamsAppId: value('teamsAppId'),
    clientId: value('clientId'),
    tenant: value('tenant'),
    tabOrigin: value('tabOrigin'),
    developerName: value('developerName'),
    websiteUrl: value('websiteUrl'),
    privacyUrl: value('privacyUrl'),
    termsUrl: value('termsUrl'),
  };
}

function faultOf(name: string, kind: Kind, value: string | undefined): string | undefined {
  if (!value) return `${name} is not set.`;
  if (kind === 'text') return undefined;
  if (kind === 'guid') {
    const isGuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
    return isGuid ? undefined : `${name} is not an id like 00000000-0000-0000-0000-000000000000.`;
  }
  if (!URL.canParse(value)) return `${name} is not a web address.`;
  const url = new URL(value);
  if (url.protocol !== 'https:') return `${name} does not begin with https://. Teams opens nothing else.`;
  if (isLoopback(url.hostname)) return `${name} names this machine. A tenant needs a host that everyone can reach.`;
  if (kind === 'origin' && url.origin !== value) {
    return `${name} is to be the host alone, ${url.origin}, with nothing after it.`;
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(host);
}

/** The manifest with its placeholders filled. Throws a `PackageFault` that names what Microsoft's schema refuses. */
export function fillManifest(template: string, facts: TenantFacts, version: string): string {
  const values: Readonly<Record<string, string>> = {
    VERSION: version,
    TEAMS_APP_ID: facts.teamsAppId,
    CLIENT_ID: facts.clientId,
    TAB_ORIGIN: facts.tabOrigin,
    TAB_HOST: new URL(facts.tabOrigin).host,
    DEVELOPER_NAME: facts.developerName,
    WEBSITE_URL: facts.websiteUrl,
    PRIVACY_URL: facts.privacyUrl,
    TERMS_URL: facts.termsUrl,
  };
  // Filled as JSON text, so that a quotation mark in a name cannot end the string that it stands in.
  const filled = template.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) =>
    JSON.stringify(values[name] ?? whole).slice(1, -1),
  );
  const faults = validateManifest(JSON.parse(filled));
  if (faults.length > 0) throw new PackageFault(faults);
  return filled;
}

const schemaPath =
  '../../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json';

/** What Microsoft's published schema refuses in a manifest, with the place of each fault. */
export function validateManifest(manifest: unknown): readonly string[] {
  // Only the schema's file is read: the package's code needs a package that it does not declare.
  const schema: object = JSON.parse(readFileSync(fileURLToPath(new URL(schemaPath, import.meta.url)), 'utf8'));
  const ajv = new AjvDraft04({ allErrors: true, strict: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `manifest.json ${instancePath || '/'}: ${message ?? 'is refused'}${detail(params)}.`,
  );
}

function detail(params: Readonly<Record<string, unknown>>): string {
  const { additionalProperty, allowedValues } = params;
  if (typeof additionalProperty === 'string') return ` (${additionalProperty})`;
  return Array.isArray(allowedValues) ? ` (${allowedValues.join(', ')})` : '';
}

/** The configuration block for the tab's `index.html` in that tenant. */
export function toTabConfiguration(facts: TenantFacts): Readonly<Record<string, unknown>> {
  return {
    clientId: facts.clientId,
    tenant: facts.tenant,
    authority: `https://login.microsoftonline.com/${facts.tenant}`,
    graphBaseUrl: 'https://graph.microsoft.com',
    fileOrigins: ['https://*.sharepoint.com'],
    trustedOrigins: [],
    linkBase: 'https://teams.microsoft.com',
    teamsAppId: facts.teamsAppId,
  };
}

/** Which of the tab's built files name this machine: they were built, or changed, for a laptop. */
export function findLoopbackNames(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files)
    .filter(([, text]) => /\blocalhost\b|\b127\.0\.0\.1\b/.test(text))
    .map(([name]) => name);
}

/** The zip that is uploaded to Teams. The same content makes the same bytes. */
export function zipPackage(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: new Date(2026, 0, 1) });
}
