import { isoInstant, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { actorRef, MarkingInBoth, postMarkingInBoth } from '@patravali/organisation';
import { z } from 'zod';
import type { Draft } from './draft.entities';

const Approver = z.object({ postId: z.uuid(), marking: MarkingInBoth });

/**
 * The version as it stands is approved once from each post, and by nobody after the signatory.
 * @throws Refusal `already-approved`.
 */
export async function refuseSecondApproval(tx: Transaction, draft: Draft, postId: string): Promise<void> {
  const approvers = await tx.select(
    Approver,
    `SELECT a.post_id AS "postId", ${postMarkingInBoth('a.post_id')} AS marking FROM draft_approval a
     WHERE a.organisation_id = $1 AND a.draft_id = $2 AND a.draft_version = $3
     ORDER BY a.post_id = a.signatory_post_id DESC`,
    [draft.organisationId, draft.id, draft.currentVersion],
  );
  const ending = approvers.find(({ postId: by }) => endsApproving(draft, [by], postId));
  if (ending) throw new Refusal('already-approved', { post: ending.marking, posts: await issuingPosts(tx, draft) });
}

/** Whether approvals from these posts leave nothing to approve for this one. */
export function endsApproving(
  { signatoryPostId }: Pick<Draft, 'signatoryPostId'>,
  approvedFrom: readonly string[],
  postId: string,
): boolean {
  return approvedFrom.includes(signatoryPostId) || approvedFrom.includes(postId);
}

/** The posts from which the draft may be issued: the signing post, and the one that the signatory named; as markings. */
export async function issuingPosts(
  tx: Transaction,
  { signatoryPostId, namedPostId }: Draft,
): Promise<z.output<typeof MarkingInBoth>[]> {
  const [posts] = await tx.select(
    z.object({ signatory: MarkingInBoth, named: MarkingInBoth.nullable() }),
    `SELECT ${postMarkingInBoth('$1::uuid')} AS signatory, ${postMarkingInBoth('$2::uuid')} AS named`,
    [signatoryPostId, namedPostId],
  );
  return posts ? [posts.signatory, posts.named].filter((marking) => marking !== null) : [];
}

/** Every approval of the draft `r`, oldest first, as the contract's `DraftApproval`. */
export const APPROVALS = `(SELECT COALESCE(jsonb_agg(jsonb_build_object('draftVersion', a.draft_version,
    'by', ${actorRef('a.user_id', 'a.post_id', 'a.capacity')}, 'at', ${isoInstant('a.at')},
    'bySignatory', a.post_id = a.signatory_post_id, 'named', a.named_post_id) ORDER BY a.at, a.id), '[]')
  FROM draft_approval a WHERE a.organisation_id = r.organisation_id AND a.draft_id = r.id)`;

/** The posts that have approved the draft `r` as it stands. */
export const APPROVED_FROM = `(SELECT COALESCE(jsonb_agg(a.post_id), '[]') FROM draft_approval a
  WHERE a.organisation_id = r.organisation_id AND a.draft_id = r.id AND a.draft_version = r.current_version)`;
