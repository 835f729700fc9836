import { describe, expect, it } from 'vitest';
import { readConfiguration, toAcceptedOrigins } from '../../src/host/configuration.ts';

const values = {
  clientId: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000001',
  tenant: '6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e001',
  authority: 'https://login.microsoftonline.com/6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e001',
  graphBaseUrl: 'https://graph.microsoft.com',
  fileOrigins: ['https://*.sharepoint.com'],
  trustedOrigins: [],
  linkBase: 'https://teams.microsoft.com',
  teamsAppId: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000002',
};

function page(block: string | undefined, address = 'https://tab.contoso.example/'): Document {
  const element = block === undefined ? null : { textContent: block };
  return { baseURI: address, getElementById: () => element } as unknown as Document;
}

describe('the configuration of the page', () => {
  it('is read as it was filled in', () => {
    expect(readConfiguration(page(JSON.stringify(values)))).toEqual(values);
  });

  it('says which value is missing', () => {
    const { graphBaseUrl: _left, ...rest } = values;
    expect(() => readConfiguration(page(JSON.stringify(rest)))).toThrow('The configuration lacks graphBaseUrl.');
  });

  it('says which list is not a list of texts', () => {
    const block = JSON.stringify({ ...values, fileOrigins: [1] });
    expect(() => readConfiguration(page(block))).toThrow('The configuration lacks the list fileOrigins.');
  });

  it('is missed in words when the page has none', () => {
    expect(() => readConfiguration(page(undefined))).toThrow('The page has no configuration block.');
  });
});

describe('an extra host', () => {
  const onLaptop = new URL('http://localhost:5301/');
  const inTenant = new URL('https://tab.contoso.example/');

  it('is believed over plain http only by a page that is plain http on the same host name', () => {
    expect(toAcceptedOrigins(['http://localhost:5300'], onLaptop)).toEqual(['http://localhost:5300']);
    expect(toAcceptedOrigins(['http://evil.example', 'http://127.0.0.1:5300'], onLaptop)).toEqual([]);
    expect(toAcceptedOrigins(['http://tab.contoso.example', 'http://localhost:5300'], inTenant)).toEqual([]);
  });

  it('is believed over https, and never when it is no address at all', () => {
    expect(toAcceptedOrigins(['https://teams.contoso.example', 'javascript:0', 'nonsense'], inTenant)).toEqual([
      'https://teams.contoso.example',
    ]);
  });
});
