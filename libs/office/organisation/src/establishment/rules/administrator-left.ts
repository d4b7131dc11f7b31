import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

const LEFT = z.object({ left: z.boolean() });

/**
 * Whoever changes the establishment leaves somebody who can change it again: a person with an open account who holds a post of an
 * administrator, now and without an end that is known.
 * @throws Refusal `last-administrator`
 */
export async function refuseWithoutAdministrator(tx: Transaction): Promise<void> {
  const [{ left } = { left: false }] = await tx.select(
    LEFT,
    `SELECT EXISTS (SELECT FROM tenure
       JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
       JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
       WHERE tenure.organisation_id = $1 AND tenure.kind IN ('regular', 'additional') AND tenure.until_on IS NULL
         AND holds_now(tenure) AND person.closed_at IS NULL
         AND post.abolished_at IS NULL AND 'administrator' = ANY (post.roles)) AS left`,
    [tx.by.organisationId],
  );
  if (!left) throw new Refusal('last-administrator');
}
