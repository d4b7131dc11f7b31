import { P12Signer, PDF } from '@libpdf/core';
import type { Signature, SigningKey } from './signing-key';

export interface SigningInput {
  readonly key: SigningKey;
  readonly signature: Signature;
}

export interface SignedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * Signs by an incremental update (PAdES B-B): every byte that was there stays where it was, so earlier signatures hold.
 * The field is invisible; what a reader sees of the signature is real text of the page, set before.
 */
export async function signPdf(pdf: Uint8Array, { key, signature }: SigningInput): Promise<SignedPdf> {
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({
    signer: await P12Signer.create(key.p12, key.password),
    level: 'B-B',
    reason: signature.reason,
    contactInfo: `${signature.name}, ${signature.designation}`,
    signingTime: signature.at,
  });
  return { bytes, pages: document.getPageCount() };
}
