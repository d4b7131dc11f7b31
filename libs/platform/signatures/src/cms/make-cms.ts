import { integer, readElement, sameBytes, sequence, TAG } from '../asn1';
import { chainFrom, type OpenCertificate, openCertificate } from '../certificates/certificate';
import { signWith } from '../key/open-p12';
import { openedKey } from '../key/opened-keys';
import type { Signer } from '../signer/signer';
import { failingAs, NotSigned } from '../failures/not-signed';
import { isCms, type OpenCms, readCms } from './read-cms';
import { signedAttributes, writeCms } from './write-cms';

export interface CmsContent {
  /** SHA-256. */
  readonly contentHash: Uint8Array;
  /** The time that the signer claims. */
  readonly at: Date;
}

export interface MadeCms {
  readonly cms: Uint8Array;
  readonly opened: OpenCms;
}

/**
 * A detached signature by whoever signs. Whatever it was made with, it is checked against its certificate before anybody gets it: a signature
 * from elsewhere may be over something else, and a damaged key would give itself away with a wrong one.
 * @throws NotSigned
 */
export async function makeCms(signer: Signer, content: CmsContent): Promise<MadeCms> {
  const cms = await cmsBy(signer, content);
  const opened = failingAs('signature-does-not-fit', () => readCms(cms));
  const holds = failingAs(
    'signature-does-not-fit',
    () => opened.hash === 'sha256' && opened.holdsFor(content.contentHash),
  );
  if (!holds) throw new NotSigned('signature-does-not-fit', 'does not verify');
  const [named] = signer.kind === 'replay' ? signer.certificates : [];
  if (named && !sameBytes(openCertificate(named).der, opened.signer.der)) {
    throw new NotSigned('signature-does-not-fit', 'by another certificate');
  }
  return { cms, opened };
}

async function cmsBy(signer: Signer, content: CmsContent): Promise<Uint8Array> {
  if (signer.kind === 'p12') {
    const key = await openedKey(signer.p12, signer.password);
    const attributes = attributesFor(key.certificates, content);
    return writeCms({ attributes, signature: signWith(key, attributes), certificates: key.certificates });
  }
  if (isCms(signer.signature)) return signer.signature;
  const certificates = openChain(signer.certificates);
  const attributes = attributesFor(certificates, content);
  return writeCms({ attributes, signature: asInCms(certificates[0], signer.signature), certificates });
}

/** @throws NotSigned `not-certificates` when there are none */
export function openChain(certificates: readonly Uint8Array[]): [OpenCertificate, ...OpenCertificate[]] {
  const [own, ...others] = certificates.map(openCertificate);
  if (!own) throw new NotSigned('not-certificates', 'none');
  const [, ...issuers] = chainFrom(own, others);
  return [own, ...issuers];
}

/** What is signed of a content, in the name of the first of the certificates. */
export function attributesFor(certificates: readonly OpenCertificate[], { contentHash, at }: CmsContent): Uint8Array {
  const [certificate] = certificates;
  if (!certificate) throw new NotSigned('not-certificates', 'none');
  return signedAttributes({ contentHash, certificate, at });
}

/** Tokens give the two numbers of an elliptic curve behind each other, CMS wants them as a sequence. */
function asInCms({ publicKey }: OpenCertificate, signature: Uint8Array): Uint8Array {
  if (publicKey.asymmetricKeyType !== 'ec' || isOneSequence(signature)) return signature;
  const half = signature.length / 2;
  return sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
}

function isOneSequence(bytes: Uint8Array): boolean {
  try {
    const { tag, bytes: element } = readElement(bytes);
    return tag === TAG.sequence && element.length === bytes.length;
  } catch {
    return false;
  }
}
