import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Correspondence } from './correspondence.entity';

/**
 * A letter that lies on the file whose custody the caller has locked.
 * @throws Refusal `not-found` for a serial that was never given, `letter-detached`.
 */
export async function letterOf(
  tx: Transaction,
  { fileId }: Pick<FileCustody, 'fileId'>,
  serial: number,
): Promise<Correspondence> {
  const letter = await tx.find(Correspondence, { fileId, serial });
  if (!letter) throw new Refusal('not-found');
  if (letter.detachedAt) throw new Refusal('letter-detached', { serial });
  return letter;
}
