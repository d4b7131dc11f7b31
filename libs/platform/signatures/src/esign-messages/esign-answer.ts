import { SignedXml } from 'xml-crypto';
import { NotSigned } from '../failures/not-signed';
import { rootOfXml, type XmlElement } from './parsed-xml';

export interface ESignAnswerInput {
  /** What the browser brought back, as XML. */
  readonly answer: string;
  /** Of the service, PEM. */
  readonly certificate: string;
}

/** What the service has signed of its answer. */
export interface ESignAnswer {
  readonly transaction: string;
  /** Both as base64; null when nothing was signed. */
  readonly signed: { readonly certificate: string; readonly signature: string } | null;
}

const ROOT = 'EsignResp';
const XML_SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
/** What nobody should rely on any more, and keys that are shared. */
const WEAK = /sha1$|hmac/;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/**
 * An answer as far as the service has signed it (XML Signature, enveloped): only its canonical form is read. The signature must be
 * that of the whole document and lie right below its root, and there is no document type, so that nothing is put around or beside
 * what was signed.
 * @throws NotSigned `remote-refused` for one that is not signed by the service
 */
export function eSignAnswer({ answer, certificate }: ESignAnswerInput): ESignAnswer {
  if (answer.includes('<!')) throw refused('a document type, a comment or raw text');
  const signature = signatureIn(rootOf(answer));
  const signed = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  signed.SignatureAlgorithms = strong(signed.SignatureAlgorithms);
  signed.HashAlgorithms = strong(signed.HashAlgorithms);
  const [whole, ...others] = signedParts(signed, signature, answer);
  if (whole === undefined || others.length > 0) throw refused('not signed by the service');
  return said(rootOf(whole));
}

/** @throws NotSigned for what is no XML, or another document. */
function rootOf(xml: string): XmlElement {
  const root = failingAsRefused(() => rootOfXml(xml));
  if (root?.nodeName !== ROOT) throw refused('another document');
  return root;
}

function signatureIn(root: XmlElement): XmlElement {
  const [signature, ...others] = Array.from(root.getElementsByTagNameNS(XML_SIGNATURE, 'Signature'));
  if (signature?.parentNode !== root || others.length > 0) throw refused('not signed, or more than once, or elsewhere');
  return signature;
}

function signedParts(signed: SignedXml, signature: XmlElement, answer: string): string[] {
  return failingAsRefused(() => {
    signed.loadSignature(signature);
    const isOfTheWhole = signed.getReferences().every(({ uri }) => uri === '');
    return isOfTheWhole && signed.checkSignature(answer) ? signed.getSignedReferences() : [];
  });
}

function said(root: XmlElement): ESignAnswer {
  const transaction = root.getAttribute('txn') ?? '';
  if (transaction === '') throw refused('no transaction');
  const [documentSignature] = Array.from(root.getElementsByTagName('DocSignature'));
  const signature = base64In(documentSignature);
  const certificate = base64In(root.getElementsByTagName('UserX509Certificate')[0]);
  const isSigned = root.getAttribute('status') === '1' && (documentSignature?.getAttribute('error') ?? '') === '';
  if (!isSigned || signature === null || certificate === null) return { transaction, signed: null };
  return { transaction, signed: { certificate, signature } };
}

function base64In(element: XmlElement | undefined): string | null {
  const text = element?.textContent ?? '';
  return BASE64.test(text) ? text : null;
}

function failingAsRefused<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof NotSigned ? error : refused(String(error), error);
  }
}

/** What a service writes is for the log, and short. */
const refused = (why: string, cause?: unknown): NotSigned =>
  new NotSigned('remote-refused', why.trim().slice(0, 200), { cause });

const strong = <T>(algorithms: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(algorithms).filter(([name]) => !WEAK.test(name)));
