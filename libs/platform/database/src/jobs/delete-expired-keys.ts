import { SCHEDULE } from '@patravali/config';
import { z } from 'zod';
import type { SqlRunner } from '../queries/select';
import type { Queue } from './jobs';

/** At a quarter past each hour. */
export const DELETE_EXPIRED_KEYS: Queue = {
  name: 'delete-expired-keys',
  data: z.object({}),
  cron: SCHEDULE.deleteExpiredKeys,
};

/** An answer is kept for repetition of its request for a day. */
export async function deleteExpiredKeys(database: SqlRunner): Promise<void> {
  await database.query(`DELETE FROM idempotency_key WHERE created_at < clock_timestamp() - INTERVAL '24 hours'`);
}
