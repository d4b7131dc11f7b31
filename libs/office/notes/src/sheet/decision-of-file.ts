import type { Actor } from '@patravali/authorization';
import { DECISIONS, FileDecision } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { projection, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { actorRef, MarkingInBoth, postMarkingInBoth, rankedPost, RankedPost } from '@patravali/organisation';
import { z } from 'zod';

/** What was decided on a file, from `decision_of_file` as `d`. */
export const DECIDED = projection(
  z.object({
    note: z.int(),
    decision: z.enum(DECISIONS),
    post: RankedPost,
    recommendedTo: RankedPost.nullable(),
  }),
  {
    note: 'd.number',
    decision: 'd.decision',
    post: rankedPost('d.author_post_id'),
    recommendedTo: rankedPost('d.recommended_to'),
  },
);

const SHOWN = projection(FileDecision, {
  note: 'd.number',
  decision: 'd.decision',
  recommendedTo: 'd.recommended_to',
  by: actorRef('d.author_user_id', 'd.author_post_id', 'd.capacity'),
});

/** The same as a person is shown it: the contract's `FileDecision` of the file whose custody is `c`. */
export const DECISION_OF_FILE = `(SELECT ${SHOWN.json} FROM decision_of_file(c.organisation_id, c.file_id) d)`;

/**
 * What was only recommended is not carried out, unless from the post that decides or a higher one. The caller holds the custody lock.
 * @throws Refusal `case-not-decided`.
 */
export async function refuseUndecided(
  tx: Transaction,
  { postId }: Pick<Actor, 'postId'>,
  { organisationId, fileId }: Pick<FileCustody, 'organisationId' | 'fileId'>,
): Promise<void> {
  const [undecided] = await tx.select(
    z.object({ note: z.int(), post: MarkingInBoth }),
    `SELECT d.number AS note, ${postMarkingInBoth('d.recommended_to')} AS post FROM decision_of_file($1, $2) d
     WHERE undecided_for($1, $2, $3) IS NOT NULL`,
    [organisationId, fileId, postId],
  );
  if (undecided) throw new Refusal('case-not-decided', undecided);
}
