import { createHash } from 'node:crypto';
import { element, NOTHING, octets, OID, oid, sequence, setOf, small, TAG, time } from '../asn1';
import type { OpenCertificate } from '../certificates/certificate';

export interface AttributesInput {
  /** SHA-256 of what is signed. */
  readonly contentHash: Uint8Array;
  readonly certificate: OpenCertificate;
  /** The time that the signer claims. */
  readonly at: Date;
}

const SHA256 = sequence(oid(OID.sha256));
const SHA256_WITH_RSA = sequence(oid(OID.sha256WithRsa), NOTHING);
const SHA256_WITH_ECDSA = sequence(oid(OID.sha256WithEcdsa));

/**
 * What is really signed (RFC 5652, 5.4): a set of attributes in DER with the hash of the content. The hash of the certificate is among them
 * (RFC 5035), so that no other certificate of the same key can be put in its place; CAdES and PAdES ask for it.
 */
export function signedAttributes({ contentHash, certificate, at }: AttributesInput): Uint8Array {
  return setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, time(at)),
    attribute(OID.messageDigest, octets(contentHash)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate)),
  );
}

const attribute = (name: string, value: Uint8Array): Uint8Array => sequence(oid(name), setOf(value));

function signingCertificate({ der, issuer, serial }: OpenCertificate): Uint8Array {
  const hash = createHash('sha256').update(der).digest();
  const issuerAndSerial = sequence(sequence(element(TAG.context(4), issuer)), serial.bytes);
  return sequence(sequence(sequence(octets(hash), issuerAndSerial)));
}

export interface CmsInput {
  readonly attributes: Uint8Array;
  readonly signature: Uint8Array;
  /** That of the signer first. */
  readonly certificates: readonly OpenCertificate[];
}

/** A signature without its content (CMS SignedData, detached), in DER but for the order of the certificates, which says which comes first. */
export function writeCms({ attributes, signature, certificates }: CmsInput): Uint8Array {
  const [signer] = certificates;
  if (!signer) throw new Error('no certificate of a signer');
  const signerInfo = sequence(
    small(1),
    sequence(signer.issuer, signer.serial.bytes),
    SHA256,
    asPart(0, attributes),
    signer.publicKey.asymmetricKeyType === 'ec' ? SHA256_WITH_ECDSA : SHA256_WITH_RSA,
    octets(signature),
  );
  const signedData = sequence(
    small(1),
    setOf(SHA256),
    sequence(oid(OID.data)),
    element(TAG.context(0), ...certificates.map(({ der }) => der)),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), element(TAG.context(0), signedData));
}

/** The same element as a part with a number: `[n] IMPLICIT`. */
function asPart(number: number, whole: Uint8Array): Uint8Array {
  const part = Uint8Array.from(whole);
  part[0] = TAG.context(number);
  return part;
}
