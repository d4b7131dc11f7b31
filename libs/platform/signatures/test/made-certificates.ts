import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { element, integer, NOTHING, octets, oid, OID, sequence, setOf, small, TAG, time, TRUE } from '../src/asn1';
import { openCertificate } from '../src/certificates/certificate';
import { DEMO_ROOT } from '../src/trust/demo-root';

/** A certificate, and what made it; in this process, so that a hundred of them cost nothing. */
export interface Made {
  readonly der: Uint8Array;
  readonly key: KeyObject;
  /** The subject in DER, and its key with the algorithm. */
  readonly subject: Uint8Array;
  readonly keyInfo: Uint8Array;
}

export interface Wanted {
  readonly name?: string;
  readonly number?: string | readonly string[];
  readonly email?: string;
  /** An address among its other names. */
  readonly otherEmail?: string;
  /** Who issues it; itself unless said otherwise. */
  readonly by?: Made;
  readonly ca?: boolean;
  /** Of a certifying authority: how many more may stand below it. */
  readonly below?: number;
  /** The first octet of its key usage; none without one. */
  readonly usage?: number | null;
  readonly purposes?: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
  readonly kind?: 'P-256' | 'P-224' | 'RSA 1024' | 'RSA 2048';
  readonly sha1?: boolean;
  /** Others, in DER. */
  readonly extensions?: readonly Uint8Array[];
}

const DAY_MS = 24 * 3600_000;
export const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
export const ahead = (days: number): Date => ago(-days);
const CA_USAGE = 0x06;
const PERSON_USAGE = 0xc0;
const SHA1_WITH_ECDSA = '1.2.840.10045.4.1';
const SHA1_WITH_RSA = '1.2.840.113549.1.1.5';

export const extension = (name: string, value: Uint8Array, critical = false): Uint8Array =>
  sequence(oid(name), ...(critical ? [TRUE] : []), octets(value));
export const url = (place: string): Uint8Array => element(TAG.contextPrimitive(6), Buffer.from(place, 'latin1'));
/** Where an authority says what it has revoked. */
export const listAt = (place: string): Uint8Array =>
  extension(OID.revocationLists, sequence(sequence(element(TAG.context(0), element(TAG.context(0), url(place))))));
export const answerAt = (place: string): Uint8Array =>
  extension(OID.authorityInformation, sequence(sequence(oid(OID.ocsp), url(place))));
export const issuerAt = (place: string): Uint8Array =>
  extension(OID.authorityInformation, sequence(sequence(oid(OID.issuersCertificate), url(place))));

const bits = (bytes: Uint8Array, unused = 0): Uint8Array => element(TAG.bits, Uint8Array.of(unused), bytes);
const text = (value: string): Uint8Array => element(0x0c, Buffer.from(value, 'utf8'));
const part = (name: string, value: Uint8Array): Uint8Array => setOf(sequence(oid(name), value));

export function make(wanted: Wanted): Made {
  const { name = 'Asha Devi', by, ca = false, from = ago(30), until = ahead(365) } = wanted;
  const { publicKey, privateKey } = keysOf(wanted.kind);
  const keyInfo = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
  const subject = nameOf({ ...wanted, name });
  const signer = by?.key ?? privateKey;
  const algorithm = algorithmOf(signer, wanted.sha1);
  const body = sequence(
    element(TAG.context(0), small(2)),
    integer(Uint8Array.of(0x40, ...randomBytes(15))),
    algorithm,
    by?.subject ?? subject,
    sequence(time(from), time(until)),
    subject,
    keyInfo,
    element(TAG.context(3), sequence(...extensionsOf({ ...wanted, ca }))),
  );
  return { der: signed(body, signer, algorithm, wanted.sha1), key: privateKey, subject, keyInfo };
}

function nameOf({ name = '', number, email }: Wanted): Uint8Array {
  const numbers = number === undefined ? [] : [number].flat();
  return sequence(
    part('2.5.4.6', element(0x13, Buffer.from('IN'))),
    part(OID.commonName, text(name)),
    ...numbers.map((each) => part(OID.serialNumber, text(each))),
    ...(email === undefined ? [] : [part(OID.email, element(0x16, Buffer.from(email, 'utf8')))]),
  );
}

function extensionsOf({ ca, below, usage, purposes, otherEmail, extensions = [] }: Wanted): Uint8Array[] {
  const limit = below === undefined ? [] : [small(below)];
  const bit = usage === undefined ? (ca ? CA_USAGE : PERSON_USAGE) : usage;
  return [
    extension(OID.basicConstraints, ca ? sequence(TRUE, ...limit) : sequence(), true),
    ...(bit === null ? [] : [extension(OID.keyUsage, bits(Uint8Array.of(bit)), true)]),
    ...(purposes ? [extension(OID.purposes, sequence(...purposes.map(oid)))] : []),
    ...(otherEmail === undefined
      ? []
      : [extension(OID.otherNames, sequence(element(TAG.contextPrimitive(1), Buffer.from(otherEmail, 'utf8'))))]),
    ...extensions,
  ];
}

function keysOf(kind: Wanted['kind'] = 'P-256') {
  if (kind === 'RSA 1024' || kind === 'RSA 2048')
    return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) });
  return generateKeyPairSync('ec', { namedCurve: kind === 'P-256' ? 'prime256v1' : 'secp224r1' });
}

function algorithmOf({ asymmetricKeyType }: KeyObject, sha1 = false): Uint8Array {
  if (asymmetricKeyType === 'rsa') return sequence(oid(sha1 ? SHA1_WITH_RSA : OID.sha256WithRsa), NOTHING);
  return sequence(oid(sha1 ? SHA1_WITH_ECDSA : OID.sha256WithEcdsa));
}

const signed = (body: Uint8Array, key: KeyObject, algorithm = algorithmOf(key), sha1 = false): Uint8Array =>
  sequence(body, algorithm, bits(sign(sha1 ? 'sha1' : 'sha256', body, key)));

/** Authorities one under the other below the root: the lowest first. */
export function chainOf(length: number, root: Made): Made[] {
  const chain = [root];
  for (let at = 1; at < length; at++) chain.unshift(make({ name: `Authority ${at}`, by: chain[0] ?? root, ca: true }));
  return chain;
}

export const pem = ({ der }: Made): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

const USUAL = { made: ago(0.1), next: ahead(0.1) };

export interface Said {
  readonly made?: Date;
  readonly next?: Date | null;
  readonly extensions?: readonly Uint8Array[];
}

/** A list of what is revoked. */
export function list(by: Made, revoked: readonly Uint8Array[], said: Said = {}): Uint8Array {
  const { made, next, extensions = [] } = { ...USUAL, ...said };
  const entries = revoked.map((serial) => sequence(serial, time(made)));
  return signed(
    sequence(
      small(1),
      algorithmOf(by.key),
      by.subject,
      time(made),
      ...(next ? [time(next)] : []),
      ...(entries.length > 0 ? [sequence(...entries)] : []),
      ...(extensions.length > 0 ? [element(TAG.context(0), sequence(...extensions))] : []),
    ),
    by.key,
  );
}

export interface Answer extends Said {
  /** About which certificate (CertID of RFC 6960), in DER. */
  readonly about: Uint8Array;
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Certificates of whoever answers. */
  readonly certificates?: readonly Made[];
}

const STATUS = {
  good: element(TAG.contextPrimitive(0)),
  revoked: element(TAG.context(1), time(new Date())),
  unknown: element(TAG.contextPrimitive(2)),
};

/** An answer about one certificate. */
export function answer(by: Made, { about, status, certificates = [], ...said }: Answer): Uint8Array {
  const { made, next } = { ...USUAL, ...said };
  const single = sequence(about, STATUS[status], time(made), ...(next ? [element(TAG.context(0), time(next))] : []));
  const body = sequence(element(TAG.context(1), by.subject), time(made), sequence(single));
  const more =
    certificates.length > 0 ? [element(TAG.context(0), sequence(...certificates.map(({ der }) => der)))] : [];
  const basic = sequence(body, algorithmOf(by.key), bits(sign('sha256', body, by.key)), ...more);
  return sequence(
    element(TAG.enumerated, Uint8Array.of(0)),
    element(TAG.context(0), sequence(oid(OID.ocspBasic), octets(basic))),
  );
}

export const fingerprintOf = ({ der }: Made): string => createHash('sha256').update(der).digest('hex');

/** The root of the demo, which offices of tests trust. */
export function demoRoot(): Made {
  const { subject, keyInfo } = openCertificate(DEMO_ROOT.certificate);
  const key = createPrivateKey({ key: Buffer.from(DEMO_ROOT.key), format: 'der', type: 'pkcs8' });
  return { der: DEMO_ROOT.certificate, key, subject, keyInfo: keyInfo.bytes };
}
