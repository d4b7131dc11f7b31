import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { NumberHead } from './organisation/organisation.entities';

/** The parts of a head that a file number prints. @throws Refusal `unknown-number-head`. */
export async function findNumberHead(
  tx: Transaction,
  id: string,
): Promise<Pick<NumberHead, 'basic' | 'primary' | 'secondary'>> {
  const head = await tx.find(NumberHead, { id });
  if (head) return { basic: head.basic, primary: head.primary, secondary: head.secondary };
  throw new Refusal('unknown-number-head', {}, { errors: [{ pointer: '#/headId', detail: 'unknown-number-head' }] });
}
