import type { Transaction } from '@patravali/database';
import { OfficeUser } from '../organisation/organisation.entities';

/** Locks a person for a change of what they sign in with. @throws Refusal `not-found`. */
export function lockPerson(tx: Transaction, userId: string): Promise<OfficeUser> {
  return tx.lock(OfficeUser, { id: userId });
}

/** Sets the hash of a person's password; the person is locked. */
export function setPasswordHash(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
  return tx.update(OfficeUser, { id: userId }, { passwordHash });
}
