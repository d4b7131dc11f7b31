import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { MarkingInBoth, postMarkingInBoth } from '@patravali/organisation';
import { z } from 'zod';
import type { Draft } from '../draft/draft.entities';

/**
 * A letter carries out what was decided: while the last word on its file is a recommendation, it is neither approved by its signatory nor
 * issued, unless the post that decides, or a higher one, does so or has approved this very version. The caller holds the locks.
 * @throws Refusal `case-not-decided`.
 */
export async function refuseUndecidedLetter(
  tx: Transaction,
  { postId }: { readonly postId: string },
  { organisationId, id, fileId, currentVersion }: Draft,
): Promise<void> {
  const [undecided] = await tx.select(
    z.object({ note: z.int(), post: MarkingInBoth }),
    `SELECT d.number AS note, ${postMarkingInBoth('d.recommended_to')} AS post FROM decision_of_file($1, $2) d
     WHERE letter_undecided_for($1, $3, $4, $5) IS NOT NULL`,
    [organisationId, fileId, id, currentVersion, postId],
  );
  if (undecided) throw new Refusal('case-not-decided', undecided);
}
