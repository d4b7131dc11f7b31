import { Bilingual } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const KEPT = projection(
  z.object({
    id: z.uuid(),
    username: z.string(),
    name: Bilingual,
    email: z.string().nullable(),
    isClosed: z.boolean(),
  }),
  {
    id: 'person.id',
    username: 'person.username',
    name: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en)`,
    email: 'person.email',
    isClosed: 'person.closed_at IS NOT NULL',
  },
);
export type KeptPerson = z.output<typeof KEPT.row>;

/** All people of the office, those whose accounts are closed too, by their user names. */
export const keptPeople = (database: SqlRunner, organisationId: string): Promise<KeptPerson[]> =>
  select(
    database,
    KEPT.row,
    `SELECT ${KEPT.columns} FROM office_user person WHERE person.organisation_id = $1 ORDER BY person.username`,
    [organisationId],
  );
