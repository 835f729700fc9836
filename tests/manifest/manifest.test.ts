import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { icons } from '../../infra/run/draw-icons.ts';
import {
  fillManifest,
  findLoopbackNames,
  PackageFault,
  readTenantFacts,
  toTabConfiguration,
  validateManifest,
  zipPackage,
} from '../../infra/run/teams-package.ts';

const folder = new URL('../../manifest/', import.meta.url);
const template = readFileSync(new URL('manifest.json', folder), 'utf8');
const environment = {
  JTAI_TEAMS_APP_ID: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000002',
  JTAI_CLIENT_ID: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000001',
  JTAI_TENANT_ID: '6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e001',
  JTAI_TAB_ORIGIN: 'https://jtai.northbridge.example',
  JTAI_DEVELOPER_NAME: 'Northbridge "Partnership"',
  JTAI_WEBSITE_URL: 'https://northbridge.example/help',
  JTAI_PRIVACY_URL: 'https://northbridge.example/privacy',
  JTAI_TERMS_URL: 'https://northbridge.example/terms',
};
const facts = readTenantFacts(environment);
const manifest = JSON.parse(fillManifest(template, facts, '0.1.0'));

function faultsOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof PackageFault) return error.faults;
    throw error;
  }
}

describe('the manifest', () => {
  it("passes Microsoft's newest schema once it is filled", () => {
    expect(validateManifest(manifest)).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(manifest.developer.name).toBe('Northbridge "Partnership"');
  });

  it('offers a tab for channels of every kind and one for a person', () => {
    expect(manifest.configurableTabs).toMatchObject([
      {
        configurationUrl: 'https://jtai.northbridge.example/configure.html',
        scopes: ['team'],
        supportedSharePointHosts: ['sharePointFullPage', 'sharePointWebPart'],
      },
    ]);
    expect(manifest.staticTabs).toMatchObject([{ entityId: 'home', scopes: ['personal'] }]);
    expect(manifest.supportedChannelTypes).toEqual(['sharedChannels', 'privateChannels']);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('names the app registration, the one host, and British English', () => {
    expect(manifest.id).toBe(environment.JTAI_TEAMS_APP_ID);
    expect(manifest.webApplicationInfo).toEqual({ id: environment.JTAI_CLIENT_ID });
    expect(manifest.validDomains).toEqual(['jtai.northbridge.example']);
    expect(manifest.localizationInfo).toEqual({ defaultLanguageTag: 'en-gb' });
  });

  it('has activity types of different names', () => {
    const types = manifest.activities.activityTypes.map(({ type }: { type: string }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(types).toContain('evidenceReturned');
  });

  it.each([
    [{ id: 'me' }, 'manifest.json /id: must match pattern'],
    [{ manifestVersion: '1.29' }, 'manifest.json /manifestVersion: must be equal to constant'],
    [{ icons: undefined }, "manifest.json /: must have required property 'icons'"],
    [{ surprise: 1 }, 'manifest.json /: must NOT have additional properties (surprise)'],
    [{ accentColor: 'purple' }, 'manifest.json /accentColor: must match pattern'],
    [
      { supportedChannelTypes: ['secretChannels'] },
      'manifest.json /supportedChannelTypes/0: must be equal to one of the allowed values (sharedChannels, privateChannels)',
    ],
    [{ $schema: 'not an address' }, 'manifest.json /$schema: must match format "uri"'],
  ])('that is bad is refused, and the fault named: %j', (change, fault) => {
    const faults = validateManifest(JSON.parse(JSON.stringify({ ...manifest, ...change })));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('that is not filled is refused', () => {
    expect(validateManifest(JSON.parse(template)).length).toBeGreaterThan(0);
  });

  it('is refused where a value is too long for Teams', () => {
    const long = { ...facts, developerName: 'A very long name of a partnership indeed' };
    expect(faultsOf(() => fillManifest(template, long, '0.1.0'))).toEqual([
      'manifest.json /developer/name: must NOT have more than 32 characters.',
    ]);
  });
});

describe('what the environment says', () => {
  it('is read whole', () => {
    expect(facts).toMatchObject({ tabOrigin: 'https://jtai.northbridge.example', tenant: environment.JTAI_TENANT_ID });
  });

  it('is asked for in full, everything at once', () => {
    expect(faultsOf(() => readTenantFacts({}))).toEqual(Object.keys(environment).map((name) => `${name} is not set.`));
  });

  it.each([
    [{ JTAI_TAB_ORIGIN: 'http://jtai.northbridge.example' }, 'does not begin with https://'],
    [{ JTAI_TAB_ORIGIN: 'https://localhost:5301' }, 'names this machine'],
    [{ JTAI_TAB_ORIGIN: 'https://127.0.0.1' }, 'names this machine'],
    [{ JTAI_TAB_ORIGIN: 'https://[::1]' }, 'names this machine'],
    [{ JTAI_TAB_ORIGIN: 'https://tab.localhost' }, 'names this machine'],
    [{ JTAI_TAB_ORIGIN: 'https://jtai.northbridge.example/' }, 'is to be the host alone'],
    [{ JTAI_TAB_ORIGIN: 'https://jtai.northbridge.example/tab' }, 'is to be the host alone'],
    [{ JTAI_TAB_ORIGIN: 'jtai.northbridge.example' }, 'is not a web address'],
    [{ JTAI_PRIVACY_URL: 'http://northbridge.example/privacy' }, 'does not begin with https://'],
    [{ JTAI_CLIENT_ID: 'the app' }, 'is not an id like'],
    [{ JTAI_TRUSTED_ORIGINS: 'https://elsewhere.example' }, 'trusts Microsoft’s own hosts only'],
  ])('is refused when it is %j', (change, sentence) => {
    const faults = faultsOf(() => readTenantFacts({ ...environment, ...change }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(faults[0]).toContain(Object.keys(change)[0]);
  });
});

describe('the configuration of the tab', () => {
  it('is for that tenant, and trusts no other host', () => {
    expect(toTabConfiguration(facts)).toEqual({
      clientId: environment.JTAI_CLIENT_ID,
      tenant: environment.JTAI_TENANT_ID,
      authority: `https://login.microsoftonline.com/${environment.JTAI_TENANT_ID}`,
      graphBaseUrl: 'https://graph.microsoft.com',
      fileOrigins: ['https://*.sharepoint.com'],
      trustedOrigins: [],
      linkBase: 'https://teams.microsoft.com',
      teamsAppId: environment.JTAI_TEAMS_APP_ID,
    });
  });

  it('has the same parts as the block in the page', () => {
    const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
    const block = /id="configuration">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(Object.keys(toTabConfiguration(facts))).toEqual(Object.keys(JSON.parse(block)));
  });
});

describe('the built tab', () => {
  it('must not name this machine', () => {
    expect(
      findLoopbackNames({
        'a.js': 'fetch("http://localhost:5302")',
        'b.js': 'const host="127.0.0.1"',
        'c.js': 'const locals = 127001; const localhosted = 1;',
      }),
    ).toEqual(['a.js', 'b.js']);
  });
});

describe('the zip', () => {
  it('holds the manifest and both icons, and is the same whenever it is made', () => {
    const files = { 'manifest.json': new TextEncoder().encode('{}'), 'color.png': new Uint8Array([1, 2, 3]) };
    const zip = zipPackage(files);
    expect(Object.keys(unzipSync(zip))).toEqual(['manifest.json', 'color.png']);
    expect(zipPackage(files)).toEqual(zip);
  });
});

/** What the picture shows; its compressed bytes differ from machine to machine. */
function pixels(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  return inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
}

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ] as const)('%s is a PNG of %i pixels, as drawn', (name, side) => {
    const bytes = readFileSync(new URL(name, folder));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([side, side]);
    expect(pixels(icons[name]())).toEqual(pixels(bytes));
    expect([manifest.icons.color, manifest.icons.outline]).toContain(name);
  });
});
