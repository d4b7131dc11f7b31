import type { Actor } from '@patravali/authorization';
import { isoInstant, NOW, type Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { actorRef } from '@patravali/organisation';
import { CertificateBinding, TrustedRoot } from './trust.entities';

/** Who said it, from the alias of a row that an administrator has written. */
export const addedBy = (alias: string): string =>
  actorRef(`${alias}.added_by_user_id`, `${alias}.added_by_post_id`, `${alias}.added_capacity`);

/** Who has ended it, when and why; null while nobody has. */
export const endedOf = (alias: string): string =>
  `CASE WHEN ${alias}.ended_at IS NOT NULL THEN json_build_object('at', ${isoInstant(`${alias}.ended_at`)},
    'by', ${actorRef(`${alias}.ended_by_user_id`, `${alias}.ended_by_post_id`, `${alias}.ended_capacity`)},
    'reason', ${alias}.end_reason) END`;

/** Ends what the transaction has locked. @throws Refusal `trust-ended` */
export async function end(
  tx: Transaction,
  { userId, postId, capacity }: Actor,
  said: TrustedRoot | CertificateBinding,
  endReason: string,
): Promise<void> {
  if (said.endedAt) throw new Refusal('trust-ended');
  const { id } = said;
  const ending = { endedByUserId: userId, endedByPostId: postId, endedCapacity: capacity, endedAt: NOW, endReason };
  if (said instanceof TrustedRoot) await tx.update(TrustedRoot, { id }, ending);
  else await tx.update(CertificateBinding, { id }, ending);
}
