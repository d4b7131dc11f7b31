import { bitsOf, type Element, HASHES, numberOf, OID, partsOf, readElement, TAG } from '../asn1';
import { NotSigned } from '../failures/not-signed';
import type { OpenCertificate } from './certificate';

const FEWEST_RSA_BITS = 2048;
/** P-256 and what is longer. */
const CURVES: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1'];

export const holdsAt = ({ x509 }: OpenCertificate, at: Date): boolean =>
  at >= x509.validFromDate && at <= x509.validToDate;

/** Nobody should rely on a signature by such a key. */
export function isWeakKey({ publicKey }: OpenCertificate): boolean {
  const { modulusLength = 0, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'rsa') return modulusLength < FEWEST_RSA_BITS;
  return publicKey.asymmetricKeyType !== 'ec' || !CURVES.includes(namedCurve);
}

/** Its issuer has signed it with SHA-1 or less, so that another one may bear the same signature. */
export const isWeaklySigned = ({ algorithm }: OpenCertificate): boolean =>
  algorithm !== OID.rsaPss && HASHES[algorithm] === undefined;

/** Bits of a key usage (RFC 5280, 4.2.1.3), in its first octet. */
const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const SIGNS_LISTS = 0x02;

/** The first octet of its key usage; undefined when it does not say for what its key is. */
function usageOf({ extensions }: OpenCertificate): number | undefined {
  const usage = extensions.get(OID.keyUsage);
  return usage && (bitsOf(readElement(usage))[0] ?? 0);
}

/** Whoever issues certificates may sign lists of those that are revoked, unless it says what it may and this is not among it. */
export const maySignLists = (issuer: OpenCertificate): boolean => {
  const usage = usageOf(issuer);
  return usage === undefined || (usage & SIGNS_LISTS) !== 0;
};

/** For what a key is that signs no documents: servers, programs, time stamps, answers about certificates. */
const OTHER_PURPOSES: readonly string[] = [
  OID.mayIdentifyServer,
  OID.maySignCode,
  OID.mayTimestamp,
  OID.mayAnswerForIssuer,
];

/** It says that its key is for signing, and not one of an authority, nor for something else alone. */
export function isForSigning(certificate: OpenCertificate): boolean {
  const usage = usageOf(certificate) ?? 0;
  const purposes = certificate.x509.keyUsage as string[] | undefined;
  return (
    !certificate.x509.ca &&
    (usage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0 &&
    (purposes === undefined || purposes.some((purpose) => !OTHER_PURPOSES.includes(purpose)))
  );
}

/** How many authorities may stand between an issuer and whoever signs; undefined where it does not say. */
export function mostBelow({ extensions }: OpenCertificate): number | undefined {
  const constraints = extensions.get(OID.basicConstraints);
  const [, most]: readonly Element[] = constraints ? partsOf(readElement(constraints)) : [];
  return most?.tag === TAG.integer ? numberOf(most) : undefined;
}

/** @throws NotSigned `certificate-unfit` when nobody may sign with it now. */
export function refuseUnfit(certificate: OpenCertificate, now = new Date()): void {
  const { x509, publicKey } = certificate;
  if (!holdsAt(certificate, now)) {
    throw new NotSigned('certificate-unfit', `valid from ${x509.validFrom} to ${x509.validTo}`);
  }
  if (isWeakKey(certificate)) {
    throw new NotSigned('certificate-unfit', `a weak key of the kind ${publicKey.asymmetricKeyType ?? ''}`);
  }
}
