import { Day } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

interface Days {
  readonly letterDate?: string | null | undefined;
  readonly receivedOn: string;
}

/** A letter is dated and received on a day that has come, in India. @throws Refusal `date-in-future`. */
export async function refuseFutureDays(tx: Transaction, { letterDate, receivedOn }: Days): Promise<void> {
  const [{ today } = { today: '' }] = await tx.select(z.object({ today: Day }), 'SELECT india_today() AS today');
  const late = Object.entries({ receivedOn, letterDate }).filter(([, day]) => day && day > today);
  if (late.length === 0) return;
  const errors = late.map(([field]) => ({ pointer: `#/${field}`, detail: 'date-in-future' }));
  throw new Refusal('date-in-future', { today }, { errors });
}
