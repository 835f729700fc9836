import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Tls } from './listen.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;
const CA_NAME = 'CN=Local Microsoft 365 stand-in';

/**
 * TLS under the names of Microsoft and of this computer, from a certificate authority of its own. The authority is kept
 * in the folder, so that whoever trusts it does so once; the certificate is made anew at each start.
 */
export async function makeTls(folder: string, names: readonly string[]): Promise<Tls & { readonly ca: string }> {
  const authority = await openAuthority(folder);
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await X509CertificateGenerator.create({
    serialNumber: Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    subject: 'CN=localhost',
    issuer: authority.certificate.subject,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 90 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
      new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
    ],
  });
  return {
    key: await toPem(keys.privateKey),
    cert: `${certificate.toString('pem')}\n${authority.certificate.toString('pem')}`,
    ca: authority.path,
  };
}

async function openAuthority(folder: string) {
  const path = join(folder, 'ca.pem');
  const keyPath = join(folder, 'ca-key.pem');
  if (existsSync(path) && existsSync(keyPath)) {
    const der = PemConverter.decodeFirst(readFileSync(keyPath, 'utf8'));
    const key = await crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
    return { path, key, certificate: new X509Certificate(readFileSync(path, 'utf8')) };
  }
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: CA_NAME,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + 3650 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  writeFileSync(path, certificate.toString('pem'));
  writeFileSync(keyPath, await toPem(keys.privateKey), { mode: 0o600 });
  return { path, key: keys.privateKey, certificate };
}

async function toPem(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), PemConverter.PrivateKeyTag);
}
