import { Bilingual, INFORMATION_ROLES } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const OFFICER = z.object({
  role: z.enum(INFORMATION_ROLES),
  designation: Bilingual,
  holder: Bilingual.nullable(),
  address: Bilingual,
});
export type InformationOfficer = z.infer<typeof OFFICER>;

/** Who answers applications under the Right to Information Act, and hears the first appeal, as far as the office says. */
export async function informationOfficers(database: SqlRunner, organisationId: string): Promise<InformationOfficer[]> {
  return await select(
    database,
    OFFICER,
    `SELECT post.information_role AS role, post_holder(post.id) AS holder,
       jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en) AS designation,
       jsonb_build_object('hi', office.address_hi, 'en', office.address_en) AS address
     FROM post JOIN organisation office ON office.id = post.organisation_id
     WHERE post.organisation_id = $1 AND post.information_role IS NOT NULL`,
    [organisationId],
  );
}
