import type { Transaction } from '@patravali/database';
import { tenuresOfPost } from '@patravali/organisation';
import { z } from 'zod';

const LAST_TENURE = z.object({ id: z.uuid(), postId: z.uuid(), userId: z.uuid(), isOver: z.boolean() });
export type LastTenure = z.infer<typeof LAST_TENURE>;

/** How a post is held, by this person, or by anybody; else how it was held last, if its charge was not handed over then. */
export async function lastTenureOf(tx: Transaction, postId: string, userId: string | null): Promise<LastTenure | null> {
  const [last] = await tx.select(
    LAST_TENURE,
    `SELECT t.id, t."postId", t."userId", t."isOver" FROM (${tenuresOfPost('$1', '$2')}) t
     WHERE ($3::uuid IS NULL OR t."userId" = $3 AND NOT t."isOver")
       AND NOT EXISTS (SELECT FROM charge_handover h WHERE h.tenure_id = t.id)
     ORDER BY t."isOver", t.kind DESC, t."fromOn" DESC LIMIT 1`,
    [tx.by.organisationId, postId, userId],
  );
  return last ?? null;
}
