import { ACTIONS_ASKED, Day, DECISIONS, Instant, MOVEMENT_KINDS } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { postMarking } from '@patravali/organisation';
import { z } from 'zod';
import type { FileCustody } from '../file-custody/file-custody.entity';

const LastMovement = z.object({
  by: z.string(),
  kind: z.enum(MOVEMENT_KINDS),
  at: Instant,
  to: z.string().nullable(),
});

/** Who moved the file last, by markings: what a person whose page is out of date is told. */
export async function lastMovement(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
): Promise<z.infer<typeof LastMovement> | undefined> {
  const [last] = await tx.select(
    LastMovement,
    `SELECT ${postMarking('m.by_post_id')} AS by, m.kind, m.at, ${postMarking('m.to_post_id')} AS to
     FROM movement m WHERE m.organisation_id = $1 AND m.file_id = $2 ORDER BY m.sequence DESC LIMIT 1`,
    [organisationId, fileId],
  );
  return last;
}

const Arrival = z.object({
  senderPostId: z.uuid().nullable(),
  action: z.enum(ACTIONS_ASKED).nullable(),
  decision: z.enum(DECISIONS).nullable(),
  recommendedTo: z.uuid().nullable(),
  returned: z.boolean(),
  dueOn: Day.nullable(),
  remarks: z.string().nullable(),
});
export type Arrival = z.infer<typeof Arrival>;

/**
 * How the file last came to the desk of this post, so that whoever pulls it back can still return it. When a corrected note
 * came home, or the file was given back on request, what had been asked of this desk before is still asked. What a superior
 * took nobody sent, nor what came inside another file. A further volume begins with the day that was set before.
 */
export async function lastArrival(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  postId: string,
): Promise<Arrival | undefined> {
  const [arrival] = await tx.select(
    Arrival,
    `SELECT CASE WHEN a.kind NOT IN ('pulled_up', 'carried') THEN a.from_post_id END AS "senderPostId", COALESCE(a.action, asked.action) AS action, a.decision,
       a.recommended_to AS "recommendedTo",
       a.kind = 'returned' AS returned, COALESCE(a.due_on, asked.due_on) AS "dueOn",
       CASE WHEN a.kind NOT IN ('reopened', 'pulled_up') THEN a.remarks END AS remarks
     FROM movement a LEFT JOIN LATERAL (SELECT m.action, m.due_on FROM movement m
       WHERE m.organisation_id = $1 AND m.file_id = $2 AND m.to_post_id = $3 AND m.kind IN ('created', 'forwarded', 'returned', 'reopened',
         'pulled_up', 'carried')
       ORDER BY m.sequence DESC LIMIT 1) asked ON a.kind IN ('correction_returned', 'recalled')
     WHERE a.organisation_id = $1 AND a.file_id = $2 AND a.to_post_id = $3
       AND a.kind IN ('created', 'forwarded', 'returned', 'reopened', 'put_up_for_correction', 'correction_returned',
         'recalled', 'pulled_up', 'carried')
     ORDER BY a.sequence DESC LIMIT 1`,
    [organisationId, fileId, postId],
  );
  return arrival;
}
