import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** A mail that fails for good is given up within hours. */
const LATELY = `INTERVAL '2 days'`;

/** How many letters of the last two days could not be mailed, and were not sent again since. Of all offices: asked by who looks after the machine. */
export async function failedMails(database: SqlRunner): Promise<number> {
  const [found] = await select(
    database,
    z.object({ count: z.int() }),
    `SELECT count(*)::int AS count FROM dispatch s
     WHERE s.state = 'failed' AND s.mode = 'email' AND s.at > office_now() - ${LATELY}
       AND NOT EXISTS (SELECT FROM dispatch later WHERE later.organisation_id = s.organisation_id
         AND later.issue_id = s.issue_id AND later.position = s.position AND later.ordinal > s.ordinal)`,
  );
  return found?.count ?? 0;
}
