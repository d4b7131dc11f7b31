import { SignedXml } from 'xml-crypto';
import { NotSigned } from '../failures/not-signed';

export interface ESignAnswerInput {
  /** What the browser brought back, as XML. */
  readonly answer: string;
  /** Of the service, PEM. */
  readonly certificate: string;
}

const SIGNATURE = /<(\w+:)?Signature[\s>][\s\S]*<\/\1Signature>/;
/** What nobody should rely on any more, and keys that are shared. */
const WEAK = /sha1$|hmac/;

/**
 * An answer as far as the service has signed it (XML Signature, enveloped), in canonical form: whatever else came with it is not
 * in there, nor are entities, comments and other documents.
 * @throws NotSigned `remote-refused` for one that is not signed by the service
 */
export function eSignAnswer({ answer, certificate }: ESignAnswerInput): string {
  const [signature] = SIGNATURE.exec(answer) ?? [];
  if (signature === undefined || answer.includes('<!')) throw new NotSigned('remote-refused', 'not signed');
  const signed = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  signed.SignatureAlgorithms = strong(signed.SignatureAlgorithms);
  signed.HashAlgorithms = strong(signed.HashAlgorithms);
  const [whole, ...others] = signedParts(signed, signature, answer);
  if (whole === undefined || others.length > 0 || !whole.startsWith('<EsignResp ')) {
    throw new NotSigned('remote-refused', 'not signed by the service');
  }
  return whole;
}

function signedParts(signed: SignedXml, signature: string, answer: string): string[] {
  try {
    signed.loadSignature(signature);
    return signed.checkSignature(answer) ? signed.getSignedReferences() : [];
  } catch (error) {
    throw new NotSigned('remote-refused', String(error), { cause: error });
  }
}

const strong = <T>(algorithms: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(algorithms).filter(([name]) => !WEAK.test(name)));
