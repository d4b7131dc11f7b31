import { type KeyObject, X509Certificate } from 'node:crypto';
import {
  type Element,
  elementsOf,
  expected,
  NotAsn1,
  OID,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  TAG,
} from '../asn1';
import type { CertificateFacts } from '../signer/signer';
import { failingAs } from '../failures/not-signed';
import { holderIn, visible } from './holder';

/** A certificate, with those parts of it that Node keeps to itself. */
export interface OpenCertificate {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** The elements of its name and of its issuer's, to be compared and repeated byte by byte. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly serial: Element;
  /** The key with its algorithm (SubjectPublicKeyInfo). */
  readonly keyInfo: Element;
  /** The name of the algorithm with which it is signed. */
  readonly algorithm: string;
  /** What each says, by its name: whoever wants to know reads it, for some are no ASN.1. */
  readonly extensions: ReadonlyMap<string, Uint8Array>;
  /** Those that whoever does not know must not pass over. */
  readonly critical: ReadonlySet<string>;
}

/** @throws NotSigned `not-certificates` */
export const openCertificate = (der: Uint8Array): OpenCertificate => failingAs('not-certificates', () => opened(der));

function opened(file: Uint8Array): OpenCertificate {
  const whole = expected(readElement(file), TAG.sequence, 'a certificate');
  // What follows it in its file is no part of it.
  const der = whole.bytes;
  const x509 = new X509Certificate(der);
  const [body, algorithm] = partsOf(whole);
  const parts = partsOf(expected(body, TAG.sequence, 'what a certificate says'));
  // The version may be left out.
  const [serial, , issuer, , subject, keyInfo] = parts[0]?.tag === TAG.context(0) ? parts.slice(1) : parts;
  return {
    der,
    x509,
    publicKey: x509.publicKey,
    serial: expected(serial, TAG.integer, 'a serial number'),
    issuer: expected(issuer, TAG.sequence, 'an issuer').bytes,
    subject: expected(subject, TAG.sequence, 'a subject').bytes,
    keyInfo: expected(keyInfo, TAG.sequence, 'a key'),
    algorithm: oidOf(partsOf(expected(algorithm, TAG.sequence, 'an algorithm'))[0]),
    ...extensionsOf(partWith(parts, TAG.context(3))),
  };
}

function extensionsOf(wrapped: Element | undefined): Pick<OpenCertificate, 'extensions' | 'critical'> {
  const extensions = new Map<string, Uint8Array>();
  const critical = new Set<string>();
  for (const extension of wrapped ? elementsOf(readElement(wrapped.content)) : []) {
    const [named, ...rest] = partsOf(extension);
    const name = oidOf(named);
    // Of two that say different things each program would believe another (RFC 5280, 4.2).
    if (extensions.has(name)) throw new NotAsn1('an extension that stands once');
    extensions.set(name, expected(rest.at(-1), TAG.octets, 'the value of an extension').content);
    if (rest.length > 1 && rest[0]?.content[0] !== 0) critical.add(name);
  }
  return { extensions, critical };
}

/** @throws NotSigned `not-certificates` when its names are none. */
export const factsOf = (certificate: OpenCertificate): CertificateFacts =>
  failingAs('not-certificates', () => saidBy(certificate));

function saidBy({ x509, der, subject, extensions }: OpenCertificate): CertificateFacts {
  const { name, number, emails } = holderIn(subject, extensions.get(OID.otherNames));
  return {
    name: name === '' ? inOneLine(x509.subject) : name,
    number,
    emails,
    subject: inOneLine(x509.subject),
    issuer: inOneLine(x509.issuer),
    serial: x509.serialNumber,
    validFrom: x509.validFromDate,
    validUntil: x509.validToDate,
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    certificate: der,
  };
}

/** Of a name without parts Node gives undefined, whatever its types say. */
const inOneLine = (name: string | undefined): string => (name ?? '').split('\n').map(visible).join(', ');

/** Has it issued the other one? Asked of names, purposes and the signature. */
export const isIssuerOf = (issuer: OpenCertificate, other: OpenCertificate): boolean =>
  sameBytes(issuer.subject, other.issuer) && other.x509.checkIssued(issuer.x509) && other.x509.verify(issuer.publicKey);

/** Whether or not it may sign others: so is a root, and the key of a demo. */
export const isSelfSigned = ({ subject, issuer, x509, publicKey }: OpenCertificate): boolean =>
  sameBytes(subject, issuer) && x509.verify(publicKey);

/** With the root: more than any chain of authorities has. */
export const LONGEST_CHAIN = 8;

/** From a certificate upwards through those of the others that issued one another. */
export function chainFrom(certificate: OpenCertificate, others: readonly OpenCertificate[]): OpenCertificate[] {
  const chain = [certificate];
  for (let last = certificate; chain.length < LONGEST_CHAIN && !isSelfSigned(last);) {
    const issuer = others.find((other) => isIssuerOf(other, last));
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

/** Whether a key may be used for this purpose (extended key usage). */
export const mayBeUsedFor = ({ x509 }: OpenCertificate, purpose: (typeof OID)[keyof typeof OID]): boolean =>
  // Of a certificate without the extension Node gives undefined, whatever its types say.
  (x509.keyUsage as string[] | undefined)?.includes(purpose) ?? false;
