import type { Actor } from '@patravali/authorization';
import type { SignedIn } from '@patravali/identity';
import { AddSigningKey } from '@patravali/signing';
import { aP12, PASSPHRASE } from '../acts/signing-acts';
import type { TestOffice } from '../office/test-office';

/** The person behind the actor gets a key, which the passphrase of tests opens. @returns with which he signs. */
export async function giveKey(
  office: TestOffice,
  { organisationId, userId }: Pick<Actor, 'organisationId' | 'userId'>,
): Promise<{ keyId: string; passphrase: string }> {
  const person = { organisationId, userId, postId: null, capacity: null };
  const { id } = await office.get(AddSigningKey).execute({ person } as SignedIn, await aP12(), '127.0.0.1');
  return { keyId: id, passphrase: PASSPHRASE };
}
