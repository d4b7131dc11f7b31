import { createHash } from 'node:crypto';
import { openP12, signWith } from '../key/open-p12';
import { NotSigned } from '../failures/not-signed';
import type { SigningKey } from '../signer/signing-key';

/** The attributes of a request. */
export type ESignAttributes = Readonly<Record<string, string>>;

export interface ESignRequestInput {
  readonly attributes: ESignAttributes;
  readonly hash: Uint8Array;
  readonly about: string;
  /** Of the office, whose certificate the service has on record. */
  readonly key: SigningKey;
}

const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
const CANONICAL = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const ENVELOPED = `${XML_SIGNATURE}enveloped-signature`;
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

/**
 * A request (eSign API 2.1) with the signature of the office inside (XML Signature, enveloped). All of it is written in canonical form to begin
 * with (attributes by name, no empty tags, no blanks), so its canonical form is itself.
 * @throws NotSigned when the key of the office does not open
 */
export async function eSignRequest({ attributes, hash, about, key }: ESignRequestInput): Promise<string> {
  const digits = Buffer.from(hash).toString('hex');
  const document = tag('InputHash', { id: '1', hashAlgorithm: 'SHA256', docInfo: about }, digits);
  const whole = (signature: string) => tag('Esign', attributes, tag('Docs', {}, document) + signature);
  const office = await openP12(key.p12, key.password);
  if (office.key.asymmetricKeyType !== 'rsa') throw new NotSigned('certificate-unfit', 'the service takes RSA alone');
  const digest = createHash('sha256').update(whole('')).digest('base64');
  const value = signWith(office, Buffer.from(signedInfo(digest, XML_SIGNATURE)));
  const certificate = Buffer.from(office.certificates[0]?.der ?? []).toString('base64');
  return whole(
    tag(
      'Signature',
      { xmlns: XML_SIGNATURE },
      signedInfo(digest) +
        tag('SignatureValue', {}, Buffer.from(value).toString('base64')) +
        tag('KeyInfo', {}, tag('X509Data', {}, tag('X509Certificate', {}, certificate))),
    ),
  );
}

/** In its place it is of the namespace around it; by itself, as it is signed, it says so. */
function signedInfo(digest: string, namespace?: string): string {
  const transforms = tag('Transform', { Algorithm: ENVELOPED }, '') + tag('Transform', { Algorithm: CANONICAL }, '');
  return tag(
    'SignedInfo',
    namespace === undefined ? {} : { xmlns: namespace },
    tag('CanonicalizationMethod', { Algorithm: CANONICAL }, '') +
      tag('SignatureMethod', { Algorithm: RSA_SHA256 }, '') +
      tag(
        'Reference',
        { URI: '' },
        tag('Transforms', {}, transforms) +
          tag('DigestMethod', { Algorithm: SHA256 }, '') +
          tag('DigestValue', {}, digest),
      ),
  );
}

/** What is inside is XML already. */
function tag(name: string, attributes: ESignAttributes, inside: string): string {
  const sorted = Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));
  return `<${name}${sorted.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>${inside}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const escaped = (text: string): string => text.replaceAll(/[&<"\t\n\r]/g, (sign) => ESCAPES[sign] ?? '');
