import { P12Signer, PDF } from '@libpdf/core';
import type { SignatureAppearance, SigningKey } from './signing-key';

export interface SignInput {
  readonly pdf: Uint8Array;
  readonly key: SigningKey;
  readonly appearance: SignatureAppearance;
}

/**
 * Signs by an incremental update (PAdES B-B): every byte that was there stays where it was, so earlier signatures hold.
 * The field is invisible; what a reader sees of the signature is real text of the page, set before.
 */
export async function signPdf({ pdf, key, appearance }: SignInput): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({
    signer: await P12Signer.create(key.p12, key.password),
    level: 'B-B',
    reason: appearance.reason,
    contactInfo: `${appearance.name}, ${appearance.designation}`,
    signingTime: appearance.at,
  });
  return bytes;
}
