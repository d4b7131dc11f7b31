import type { DraftContent, LetterForm } from '@patravali/contract';
import { Refusal } from '@patravali/errors';

/** Sealed by the office with its own key, or signed by its officers, each with his. */
export type SignatureMode = 'sealed' | 'signed';

/** How a letter is asked for: issued in one act, or numbered first, because something follows its number. */
export type IssuingStep = 'issued' | 'numbered';

/** A letter is neither sealed nor left to others by mistake. @throws Refusal `letter-to-be-signed`, `letter-has-copies`, `letter-sealed`. */
export function refuseOther({ certified, ownCopies }: GoingOut, asked: IssuingStep): void {
  const numberedFirst = certified === 'signed' || ownCopies;
  if (numberedFirst === (asked === 'numbered')) return;
  if (asked === 'numbered') throw new Refusal('letter-sealed');
  throw new Refusal(certified === 'signed' ? 'letter-to-be-signed' : 'letter-has-copies');
}

export interface GoingOut {
  readonly certified: SignatureMode;
  /** Each addressee gets a copy of his own. */
  readonly ownCopies: boolean;
}

/** Who signs beside the signing post, in turn. */
export const coSignatoriesOf = ({ coSignatoryPostIds = [] }: Pick<DraftContent, 'coSignatoryPostIds'>) =>
  coSignatoryPostIds;

/**
 * How a letter goes out from the signing post: signed, where the office has its officers sign such a form, or where several of
 * them do; else sealed. From the post that its signatory named it is sealed always, since he has not signed it.
 */
export function signatureModeOf(
  content: Pick<DraftContent, 'form' | 'coSignatoryPostIds'>,
  signedForms: readonly LetterForm[],
): SignatureMode {
  return signedForms.includes(content.form) || coSignatoriesOf(content).length > 0 ? 'signed' : 'sealed';
}
