import { markingInBoth, type TenureKind } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { LetterFrame } from '../making/letter-frame';
import { LetterSignatory } from '../register/signing.entities';

export interface Signatory {
  readonly userId: string;
  readonly postId: string;
  readonly capacity: TenureKind;
}

/** Who holds the posts that sign after the signing post, as the letter names them. @throws Refusal `signatory-vacant`. */
export function signatoriesFrom(
  postIds: readonly string[],
  signatories: LetterFrame['coSignatories'],
): readonly Signatory[] {
  return signatories.map((post, index) => {
    const { holder } = post;
    const postId = postIds[index];
    if (!holder || postId === undefined) throw new Refusal('signatory-vacant', { post: markingInBoth(post) });
    return { userId: holder.userId, postId, capacity: holder.capacity };
  });
}

/** Who signs the letter that was numbered just now, in their order. */
export async function enterSignatories(
  tx: Transaction,
  issueId: string,
  signatories: readonly Signatory[],
): Promise<void> {
  const { organisationId } = tx.by;
  for (const [index, { userId, postId, capacity }] of signatories.entries())
    await tx.insert(LetterSignatory, { organisationId, issueId, ordinal: index + 1, userId, postId, capacity });
}
