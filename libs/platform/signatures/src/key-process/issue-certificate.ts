import { randomBytes, webcrypto } from 'node:crypto';
import { BitString, Integer, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs';

/** Characters of a name in a certificate (RFC 5280, appendix A.1). */
const LONGEST_NAME = 64;
/** Of an issuer: keyCertSign and cRLSign; else digitalSignature and nonRepudiation (RFC 5280, 4.2.1.3). */
const MAY_ISSUE = { octets: new Uint8Array([0b0000_0110]), unusedBits: 1 };
const MAY_SIGN = { octets: new Uint8Array([0b1100_0000]), unusedBits: 6 };

const OID = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  country: '2.5.4.6',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const;

/** Whom a certificate names. */
export interface Named {
  readonly name: string;
  /** By which the office knows him: the serial number of the holder. */
  readonly number: string;
  readonly organisation: string;
}

export interface ToIssue {
  readonly holder: Named;
  readonly publicKey: webcrypto.CryptoKey;
  readonly from: Date;
  readonly years: number;
  /** Whose certificate it is; null: it issues its own, and others. */
  readonly issuer: Certificate | null;
  /** Of the issuer, on P-256. */
  readonly issuerKey: webcrypto.CryptoKey;
}

export async function issueCertificate({ holder, publicKey, from, years, issuer, issuerKey }: ToIssue) {
  const certificate = new Certificate({ version: 2 });
  const serial = randomBytes(16);
  // Positive, and no shorter than it is written: a leading zero byte is not DER, and readers refuse the signature.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from(serial).buffer });
  certificate.subject = distinguishedName(holder);
  certificate.issuer = issuer?.subject ?? certificate.subject;
  certificate.notBefore.value = from;
  certificate.notAfter.value = new Date(from);
  certificate.notAfter.value.setUTCFullYear(from.getUTCFullYear() + years);
  const may = issuer ? MAY_SIGN : MAY_ISSUE;
  const usage = new BitString({ valueHex: may.octets.buffer, unusedBits: may.unusedBits });
  const constraints = new BasicConstraints({ cA: issuer === null });
  certificate.extensions = [
    { extnID: OID.basicConstraints, critical: true, extnValue: constraints.toSchema().toBER(false) },
    { extnID: OID.keyUsage, critical: true, extnValue: usage.toBER(false) },
  ].map((each) => new Extension(each));
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(issuerKey, 'SHA-256');
  return certificate;
}

/** Country, organisation, name and number, each a part of its own: pkijs alone would make one part of the four. */
function distinguishedName({ name, number, organisation }: Named): RelativeDistinguishedNames {
  const short = Array.from(name).slice(0, LONGEST_NAME).join('');
  const typesAndValues = [
    { type: OID.country, value: new PrintableString({ value: 'IN' }) },
    { type: OID.organisation, value: new Utf8String({ value: organisation }) },
    { type: OID.commonName, value: new Utf8String({ value: short }) },
    { type: OID.serialNumber, value: new PrintableString({ value: number }) },
  ].map((each) => new AttributeTypeAndValue(each));
  const parts = typesAndValues.map((each) => new Set({ value: [each.toSchema()] }));
  return new RelativeDistinguishedNames({
    typesAndValues,
    valueBeforeDecode: new Sequence({ value: parts }).toBER(false),
  });
}
