import { randomBytes, webcrypto } from 'node:crypto';
import { BitString, Integer, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs';
import { writeP12 } from '../key/write-p12';
import type { SigningKey } from '../signer/signing-key';
import { DEMO_ROOT } from '../trust/demo-root';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const RSA_KEY = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
/** The people of the demo have been at work for months when it is opened first, and signed all the while. */
const VALID_BEFORE_MS = 365 * 24 * 60 * 60_000;
const VALID_YEARS = 10;
/** Characters of a name in a certificate (RFC 5280, appendix A.1). */
const LONGEST_NAME = 64;
/** How often the password is hashed before it opens the file. It is drawn by chance, so nobody guesses it; and every letter opens the file. */
const ITERATIONS = 100_000;
/** digitalSignature and nonRepudiation (RFC 5280, 4.2.1.3): bits 0 and 1, six unused. */
const MAY_SIGN = { octets: new Uint8Array([0b1100_0000]), unusedBits: 6 };

const OID = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  country: '2.5.4.6',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const;

/** Whom the certificate of a demo key names. */
export interface DemoHolder {
  readonly name: string;
  /** By which the office knows him: the serial number of the holder. */
  readonly number: string;
}

/** A new RSA key with a certificate of the demo's root, in a PKCS#12 file under a new password. */
export async function makeDemoKey(holder: DemoHolder): Promise<SigningKey> {
  const keys = await webcrypto.subtle.generateKey(RSA_KEY, true, ['sign', 'verify']);
  const password = randomBytes(24).toString('base64url');
  const certificates = [await issued(keys, holder), Certificate.fromBER(DEMO_ROOT.certificate)];
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const p12 = await writeP12({ pkcs8, certificates, password, iterations: ITERATIONS });
  return { p12, password, certificates: certificates.map((each) => new Uint8Array(each.toSchema().toBER())) };
}

async function issued({ publicKey }: webcrypto.CryptoKeyPair, holder: DemoHolder): Promise<Certificate> {
  const certificate = new Certificate({ version: 2 });
  const serial = randomBytes(16);
  // Positive, and no shorter than it is written: a leading zero byte is not DER, and readers refuse the signature.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.from(serial).buffer });
  certificate.subject = distinguishedName(holder);
  certificate.issuer = Certificate.fromBER(DEMO_ROOT.certificate).subject;
  certificate.notBefore.value = new Date(Date.now() - VALID_BEFORE_MS);
  certificate.notAfter.value = new Date(certificate.notBefore.value);
  certificate.notAfter.value.setUTCFullYear(certificate.notAfter.value.getUTCFullYear() + VALID_YEARS);
  const usage = new BitString({ valueHex: MAY_SIGN.octets.buffer, unusedBits: MAY_SIGN.unusedBits });
  const constraints = new BasicConstraints({ cA: false });
  certificate.extensions = [
    { extnID: OID.basicConstraints, critical: true, extnValue: constraints.toSchema().toBER(false) },
    { extnID: OID.keyUsage, critical: true, extnValue: usage.toBER(false) },
  ].map((each) => new Extension(each));
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(await keyOfRoot(), 'SHA-256');
  return certificate;
}

const keyOfRoot = (): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Uint8Array.from(DEMO_ROOT.key), P256, false, ['sign']);

/** Country, organisation, name and number, each a part of its own: pkijs alone would make one part of the four. */
function distinguishedName({ name, number }: DemoHolder): RelativeDistinguishedNames {
  const short = Array.from(name).slice(0, LONGEST_NAME).join('');
  const typesAndValues = [
    { type: OID.country, value: new PrintableString({ value: 'IN' }) },
    { type: OID.organisation, value: new Utf8String({ value: 'Patravali Demo' }) },
    { type: OID.commonName, value: new Utf8String({ value: short }) },
    { type: OID.serialNumber, value: new PrintableString({ value: number }) },
  ].map((each) => new AttributeTypeAndValue(each));
  const parts = typesAndValues.map((each) => new Set({ value: [each.toSchema()] }));
  return new RelativeDistinguishedNames({
    typesAndValues,
    valueBeforeDecode: new Sequence({ value: parts }).toBER(false),
  });
}
