import { type KeyObject, X509Certificate } from 'node:crypto';
import {
  type Element,
  elementsOf,
  expected,
  OID,
  oidOf,
  partsOf,
  partWith,
  readElement,
  sameBytes,
  TAG,
} from '../asn1';
import type { CertificateFacts } from '../signer/signer';
import { failingAs, NotSigned } from '../failures/not-signed';

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
  /** What each says, by its name: whoever wants to know reads it, for some are no ASN.1. */
  readonly extensions: ReadonlyMap<string, Uint8Array>;
}

/** @throws NotSigned `not-certificates` */
export const openCertificate = (der: Uint8Array): OpenCertificate => failingAs('not-certificates', () => opened(der));

function opened(file: Uint8Array): OpenCertificate {
  const whole = expected(readElement(file), TAG.sequence, 'a certificate');
  // What follows it in its file is no part of it.
  const der = whole.bytes;
  const x509 = new X509Certificate(der);
  const [body] = partsOf(whole);
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
    extensions: extensionsOf(partWith(parts, TAG.context(3))),
  };
}

function extensionsOf(wrapped: Element | undefined): Map<string, Uint8Array> {
  const extensions = new Map<string, Uint8Array>();
  if (!wrapped) return extensions;
  for (const extension of elementsOf(readElement(wrapped.content))) {
    const [name, ...rest] = partsOf(extension);
    extensions.set(oidOf(name), expected(rest.at(-1), TAG.octets, 'the value of an extension').content);
  }
  return extensions;
}

export function factsOf({ x509, der }: OpenCertificate): CertificateFacts {
  return {
    name: nameOf(x509.subject),
    subject: inOneLine(x509.subject),
    issuer: inOneLine(x509.issuer),
    serial: x509.serialNumber,
    validFrom: x509.validFromDate,
    validUntil: x509.validToDate,
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    certificate: der,
  };
}

const inOneLine = (name: string): string => name.split('\n').join(', ');

/** The common name, or else the organisation, or else all of it. */
function nameOf(subject: string): string {
  const lines = subject.split('\n');
  const line = lines.find((each) => each.startsWith('CN=')) ?? lines.find((each) => each.startsWith('O='));
  return line === undefined ? inOneLine(subject) : line.slice(line.indexOf('=') + 1).replaceAll(/\\(.)/g, '$1');
}

/** Has it issued the other one? Asked of names, purposes and the signature. */
export const isIssuerOf = (issuer: OpenCertificate, other: OpenCertificate): boolean =>
  sameBytes(issuer.subject, other.issuer) && other.x509.checkIssued(issuer.x509) && other.x509.verify(issuer.publicKey);

/** Whether or not it may sign others: so is a root, and the key of a demo. */
export const isSelfSigned = ({ subject, issuer, x509, publicKey }: OpenCertificate): boolean =>
  sameBytes(subject, issuer) && x509.verify(publicKey);

/** More than any chain of authorities has. */
const LONGEST_CHAIN = 8;

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

/** @throws NotSigned `certificate-unfit` when nobody may sign with it now. */
export function refuseUnfit({ x509, publicKey }: OpenCertificate, now = new Date()): void {
  const { validFromDate, validToDate } = x509;
  if (now < validFromDate || now > validToDate) {
    throw new NotSigned('certificate-unfit', `valid from ${x509.validFrom} to ${x509.validTo}`);
  }
  const kind = publicKey.asymmetricKeyType;
  if (kind !== 'rsa' && kind !== 'ec') throw new NotSigned('certificate-unfit', `a key of the kind ${kind ?? ''}`);
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < FEWEST_RSA_BITS) throw new NotSigned('certificate-unfit', `RSA of ${bits} bits`);
}

const FEWEST_RSA_BITS = 2048;

/** Whether a key may be used for this purpose (extended key usage). */
export const mayBeUsedFor = ({ x509 }: OpenCertificate, purpose: (typeof OID)[keyof typeof OID]): boolean =>
  // Of a certificate without the extension Node gives undefined, whatever its types say.
  (x509.keyUsage as string[] | undefined)?.includes(purpose) ?? false;
