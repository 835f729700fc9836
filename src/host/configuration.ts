/** What whoever serves the page writes into `index.html`; the one bundle runs against a tenant or a laptop with it. */
export type Configuration = {
  readonly clientId: string;
  readonly tenant: string;
  readonly authority: string;
  /** Without a version and without a closing slash. */
  readonly graphBaseUrl: string;
  readonly fileOrigins: readonly string[];
  /** Hosts besides Microsoft's own that may hold the tab; empty in a tenant. */
  readonly trustedOrigins: readonly string[];
  /** Where a link to a record begins: Teams itself, or the page that stands in for it. */
  readonly linkBase: string;
  readonly teamsAppId: string;
};

/** Reads the configuration block of the page. Throws when the block is missing or a value is not what it should be. */
export function readConfiguration(page: Document): Configuration {
  const block = page.getElementById('configuration')?.textContent;
  if (!block) throw new Error('The page has no configuration block.');
  const values: Record<string, unknown> = JSON.parse(block);
  const pageAddress = new URL(page.baseURI);
  return {
    clientId: text(values, 'clientId'),
    tenant: text(values, 'tenant'),
    authority: text(values, 'authority'),
    graphBaseUrl: text(values, 'graphBaseUrl'),
    fileOrigins: texts(values, 'fileOrigins'),
    trustedOrigins: toAcceptedOrigins(texts(values, 'trustedOrigins'), pageAddress),
    linkBase: text(values, 'linkBase'),
    teamsAppId: text(values, 'teamsAppId'),
  };
}

/** A plain http host is believed only by a page that is itself plain http on the same host name: on a laptop, never in a tenant. */
export function toAcceptedOrigins(origins: readonly string[], pageAddress: URL): readonly string[] {
  return origins.filter((origin) => {
    if (!URL.canParse(origin)) return false;
    const { protocol, hostname } = new URL(origin);
    if (protocol === 'https:') return true;
    return protocol === 'http:' && pageAddress.protocol === 'http:' && pageAddress.hostname === hostname;
  });
}

function text(values: Record<string, unknown>, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`The configuration lacks ${name}.`);
  return value;
}

function texts(values: Record<string, unknown>, name: string): readonly string[] {
  const value = values[name];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new Error(`The configuration lacks the list ${name}.`);
  }
  return value;
}
