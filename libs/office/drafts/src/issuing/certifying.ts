import type { DraftContent, LetterForm } from '@patravali/contract';

/** Sealed by the office with its own key, or signed by its officers, each with his. */
export type Certified = 'sealed' | 'signed';

/** Who signs beside the signing post, in turn. */
export const coSignatoriesOf = ({ coSignatoryPostIds = [] }: Pick<DraftContent, 'coSignatoryPostIds'>) =>
  coSignatoryPostIds;

/**
 * How a letter goes out from the signing post: signed, where the office has its officers sign such a form, or where several of
 * them do; else sealed. From the post that its signatory named it is sealed always, since he has not signed it.
 */
export function certifiedAs(
  content: Pick<DraftContent, 'form' | 'coSignatoryPostIds'>,
  signedForms: readonly LetterForm[],
): Certified {
  return signedForms.includes(content.form) || coSignatoriesOf(content).length > 0 ? 'signed' : 'sealed';
}
