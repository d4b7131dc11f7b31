import type { ConsultedState } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Principal, Transaction } from '@patravali/database';
import { postMarking } from '@patravali/organisation';
import { z } from 'zod';
import { CONSULTED } from './consultation-rows';

const OPEN = z.object({ id: z.uuid(), postId: z.uuid(), marking: z.string() });
export type OpenQuestion = z.infer<typeof OPEN>;

/** The posts that have yet to answer on a file. The caller holds the custody lock: with it nothing is asked or ended. */
export function openQuestions(tx: Transaction, { organisationId, fileId }: FileCustody): Promise<OpenQuestion[]> {
  return tx.select(
    OPEN,
    `SELECT p.id, p.post_id AS "postId", ${postMarking('p.post_id')} AS marking FROM ${CONSULTED}
     WHERE p.organisation_id = $1 AND p.file_id = $2 AND p.state = 'asked' ORDER BY p.due_on, p.id`,
    [organisationId, fileId],
  );
}

export interface Ending {
  readonly state: Exclude<ConsultedState, 'asked'>;
  readonly reason?: string;
  readonly note?: number;
}

/** Ends these for good, as the act of whoever does it. */
export async function endQuestions(
  tx: Transaction,
  { organisationId, userId, postId, capacity }: Principal,
  ids: readonly string[],
  { state, reason, note }: Ending,
): Promise<void> {
  await tx.execute(
    `UPDATE consulted_post SET state = $3, ended_by_user_id = $4, ended_by_post_id = $5, ended_capacity = $6,
       ended_at = office_now(), ended_on = india_today(), reason = $7, note = $8
     WHERE organisation_id = $1 AND id = ANY ($2::uuid[])`,
    [organisationId, ids, state, userId, postId, capacity, reason ?? null, note ?? null],
  );
}
