import type { Transaction } from '@patravali/database';
import { z } from 'zod';

/**
 * The next serial of a series, from 1 without gaps: the counter's row stays locked until the transaction ends, and a
 * transaction that fails gives its serial back.
 */
export async function drawSerial(tx: Transaction, scheme: string, series: string, period: string): Promise<number> {
  const [counter] = await tx.select(
    z.object({ value: z.int() }),
    `INSERT INTO counter (organisation_id, scheme, series, period, value) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (organisation_id, scheme, series, period) DO UPDATE SET value = counter.value + 1
     RETURNING value`,
    [tx.by.organisationId, scheme, series, period],
  );
  if (!counter) throw new Error(`The counter ${scheme} ${series} ${period} gave no serial`);
  return counter.value;
}
