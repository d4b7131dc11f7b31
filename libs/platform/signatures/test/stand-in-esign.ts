import { createHash, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SignedXml } from 'xml-crypto';
import type { Authority, IssuedKey } from './authority';

/** What a person says at the service. */
export type Consent = 'agrees' | 'declines';

/**
 * Stands in for a service of the kind of the CCA's eSign (API 2.1): checks who asks, makes a key for this one time, has it certified, signs the hash with
 * OpenSSL and forgets the key; it signs each answer itself. Written for tests from the published interface; no real provider has ever been asked.
 */
export class StandInESign {
  /** Requests that were signed by the office. */
  readonly asked: string[] = [];
  private readonly key: IssuedKey;

  constructor(
    private readonly authority: Authority,
    /** Who identifies himself there. */
    public person: string,
    /** Under which number the authority knows him. */
    public number?: string | undefined,
  ) {
    this.key = authority.issue({ name: 'Stand-in eSign Service' });
  }

  /** By which its answers are known, PEM. */
  get certificate(): string {
    return this.key.pem;
  }

  /** What the browser takes there, and what it brings back. */
  visit({ eSignRequest = '' }: Readonly<Record<string, string>>, consent: Consent = 'agrees'): string {
    refuseUnsigned(eSignRequest);
    this.asked.push(eSignRequest);
    const said = attributesOf(eSignRequest);
    const answer = consent === 'agrees' ? this.signed(said, eSignRequest) : declined(said);
    return new URLSearchParams({ eSignResponse: this.itsOwn(answer), espTxnID: 'of-the-service' }).toString();
  }

  /** An answer with the signature of the service in it. */
  itsOwn(answer: string, { pem, keyPath }: IssuedKey = this.key): string {
    const signed = new SignedXml({ privateKey: readFileSync(keyPath, 'utf8'), publicCert: pem });
    signed.canonicalizationAlgorithm = CANONICAL;
    signed.signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
    signed.addReference({
      xpath: '/*',
      uri: '',
      isEmptyUri: true,
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', CANONICAL],
    });
    signed.computeSignature(answer);
    return signed.getSignedXml();
  }

  private signed(said: ReadonlyMap<string, string>, request: string): string {
    const hash = /<InputHash [^>]*>([0-9a-f]{64})<\/InputHash>/.exec(request)?.[1] ?? '';
    const { person: name, number } = this;
    const key = this.authority.issue({ name, ...(number === undefined ? {} : { number }) });
    const signer = ['-signer', this.authority.file('for-once.pem', key.pem), '-inkey', key.keyPath];
    const cms = this.authority.openssl(
      'cms',
      '-sign',
      '-binary',
      '-digest',
      hash,
      '-md',
      'sha256',
      '-outform',
      'DER',
      ...signer,
    );
    return [
      `<EsignResp ver="2.1" status="1" ts="${said.get('ts') ?? ''}" txn="${said.get('txn') ?? ''}" resCode="1" errCode="" errMsg="">`,
      `<UserX509Certificate>${Buffer.from(key.der).toString('base64')}</UserX509Certificate>`,
      `<Signatures><DocSignature id="1" sigHashAlgorithm="SHA256" error="">${cms.toString('base64')}</DocSignature></Signatures>`,
      '</EsignResp>',
    ].join('');
  }
}

const CANONICAL = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

const declined = (said: ReadonlyMap<string, string>): string =>
  `<EsignResp ver="2.1" status="0" txn="${said.get('txn') ?? ''}" errCode="ESP-444" errMsg="Cancelled by the signer"></EsignResp>`;

const attributesOf = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...(/<Esign ([^>]*)>/.exec(xml)?.[1] ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

/** Reckons the signature of the office anew, from the outside: what is left without it has the digest, and what has the digest is signed. */
function refuseUnsigned(xml: string): void {
  const [, signature = ''] = /(<Signature .*<\/Signature>)/.exec(xml) ?? [];
  const digest = createHash('sha256').update(xml.replace(signature, '')).digest('base64');
  const [, certificate = ''] = /<X509Certificate>(.*)<\/X509Certificate>/.exec(signature) ?? [];
  const [, value = ''] = /<SignatureValue>(.*)<\/SignatureValue>/.exec(signature) ?? [];
  const [, inside = ''] = /<SignedInfo>(.*)<\/SignedInfo>/.exec(signature) ?? [];
  const signed = `<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#">${inside}</SignedInfo>`;
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const holds = verify('sha256', Buffer.from(signed), publicKey, Buffer.from(value, 'base64'));
  if (!holds || !inside.includes(`<DigestValue>${digest}</DigestValue>`)) throw new Error('not signed by the office');
}
