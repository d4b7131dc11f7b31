import type { Actor } from '@patravali/authorization';
import type { CustodyChange, FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { backFromParking } from '@patravali/movement';

/** With the last answer a file that was parked for it is on the desk again: what custody has to say of that. */
export async function returnAfterLastAnswer(
  tx: Transaction,
  actor: Actor,
  custody: FileCustody,
): Promise<CustodyChange> {
  if (custody.opinionsAwaited > 1) return {};
  return await backFromParking(tx, actor, custody, 'consultation_answered');
}
