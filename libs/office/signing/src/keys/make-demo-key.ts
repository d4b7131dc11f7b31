import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { makeDemoSigningKey } from '@patravali/signatures';
import { storeKey, NO_TOKEN } from './store-key';
import { sealKey } from './seal-key';

/** A demo person gets a key that the office makes and opens for him; trusted by nobody, as all of the demo. */
@Injectable()
export class MakeDemoKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-found` for whoever is no demo person; `key-unavailable`. */
  async execute({ person, session }: SignedIn, address: string): Promise<SigningKeyView> {
    if (!session.demo) throw new Refusal('not-found');
    const made = await makeDemoSigningKey(session.user.name.en);
    const demoSecret = randomBytes(24).toString('base64url');
    const sealed = await sealKey(made.p12, made.password, demoSecret);
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, { ...sealed, userId: person.userId, kind: 'demo', ...NO_TOKEN, demoSecret, address }),
    );
  }
}
