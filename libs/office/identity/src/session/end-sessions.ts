import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { SecurityLog } from '../security/security-log';

interface Ending {
  /** Why, as the record of security events says it. */
  readonly how: 'signed_out' | 'by_another_session' | 'too_many' | 'password_changed' | 'link_used' | 'account_closed';
  /** A condition on the sessions of this person; `$3` and on are `values`. */
  readonly which: string;
  readonly values?: readonly unknown[];
}

const ENDED = z.object({ id: z.uuid(), address: z.string().nullable() });

/** Ends sessions of a person, at once and in every process, and records each. Answers how many there were. */
export async function endSessions(
  tx: Transaction,
  log: SecurityLog,
  userId: string,
  { how, which, values = [] }: Ending,
): Promise<number> {
  const { organisationId } = tx.by;
  const ended = await tx.select(
    ENDED,
    `DELETE FROM session WHERE organisation_id = $1 AND user_id = $2 AND ${which} RETURNING id, address`,
    [organisationId, userId, ...values],
  );
  for (const { id, address } of ended) {
    const data = { how, session: id };
    await log.within(tx, { kind: 'session_ended', organisationId, userId, address: address ?? undefined, data });
  }
  return ended.length;
}
