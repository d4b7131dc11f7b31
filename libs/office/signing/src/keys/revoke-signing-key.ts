import { Injectable } from '@nestjs/common';
import type { SigningKeyView } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { storedKey } from './store-key';
import { SigningKey } from './signing-key.entity';

/** A person gives up a key of his own: nothing is signed with it any more, and what was signed stays signed. */
@Injectable()
export class RevokeSigningKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-found` when it is not one's own; `key-ended`. */
  execute({ person }: SignedIn, keyId: string, address: string): Promise<SigningKeyView> {
    const { organisationId, userId } = person;
    return this.transactions.run(person, async (tx) => {
      const { state, kind, fingerprint } = await tx.lock(SigningKey, { id: keyId, userId });
      if (state !== 'in_use') throw new Refusal('key-ended');
      const gone = { p12: null, demoSecret: null };
      await tx.update(SigningKey, { organisationId, id: keyId }, { state: 'revoked', endedAt: NOW, ...gone });
      await this.log.within(tx, { kind: 'key_revoked', organisationId, userId, address, data: { kind, fingerprint } });
      await tx.record('user.key_revoked', userId);
      return await storedKey(tx, keyId);
    });
  }
}
