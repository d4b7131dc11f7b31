import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { lockPerson, type OfficeUser } from '@patravali/organisation';

/** @throws Refusal `not-found`, `account-closed` */
export async function lockOpenAccount(tx: Transaction, personId: string): Promise<OfficeUser> {
  const person = await lockPerson(tx, personId);
  if (person.closedAt !== null) throw new Refusal('account-closed', { person: person.username });
  return person;
}
