import { projection, select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** Who registers a letter and writes on the file, who signs, and who sends it out. */
const ROLES_OF_A_LETTER = `ARRAY['dealing_hand', 'officer', 'dispatcher']`;

const WHAT_IS_THERE = projection(
  z.object({ posts: z.boolean(), charges: z.boolean(), numberHeads: z.boolean(), letterhead: z.boolean() }),
  {
    posts: `${ROLES_OF_A_LETTER} <@ ARRAY(SELECT unnest(post.roles) FROM post
      WHERE post.organisation_id = office.id AND post.abolished_at IS NULL)`,
    charges: `${ROLES_OF_A_LETTER} <@ ARRAY(SELECT unnest(post.roles) FROM post
      JOIN tenure ON tenure.organisation_id = post.organisation_id AND tenure.post_id = post.id
      WHERE post.organisation_id = office.id AND post.abolished_at IS NULL
        AND tenure.kind NOT IN ('assistant', 'operator') AND holds_now(tenure))`,
    numberHeads: `EXISTS (SELECT FROM number_head head
      WHERE head.organisation_id = office.id AND head.retired_at IS NULL)`,
    letterhead: `office.address_hi <> '' AND office.address_en <> ''`,
  },
);
export type WhatIsThere = z.output<typeof WHAT_IS_THERE.row>;

/** Which parts of the office are there of those without which no letter goes out: one statement. */
export async function whatIsThere(database: SqlRunner, organisationId: string): Promise<WhatIsThere> {
  const [found] = await select(
    database,
    WHAT_IS_THERE.row,
    `SELECT ${WHAT_IS_THERE.columns} FROM organisation office WHERE office.id = $1`,
    [organisationId],
  );
  if (!found) throw new Error(`There is no organisation ${organisationId}`);
  return found;
}
