import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';

/** Nobody is left writing an opinion on a file that is closed. @throws Refusal `opinions-awaited`. */
export function refuseOpenConsultations(_tx: Transaction, { opinionsAwaited }: FileCustody): Promise<void> {
  return opinionsAwaited > 0
    ? Promise.reject(new Refusal('opinions-awaited', { count: opinionsAwaited }))
    : Promise.resolve();
}
