import { Injectable } from '@nestjs/common';
import type { AddSigningKey as Request, SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { storeKey, NO_TOKEN } from './store-key';
import { sealKey } from './seal-key';

/** A person hands over his P12: the office keeps it under a passphrase that it does not know. */
@Injectable()
export class AddSigningKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `key-not-opened`, `certificate-not-valid`, `key-unavailable`, `idempotency-key-reused`.
   */
  async execute({ person }: SignedIn, request: Request, address: string): Promise<SigningKeyView> {
    const kept = await this.transactions.answeredBefore(person);
    if (kept) return kept as SigningKeyView;
    const { p12, password, passphrase } = request;
    const sealed = await sealKey(new Uint8Array(Buffer.from(p12, 'base64')), password, passphrase);
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, { ...sealed, userId: person.userId, kind: 'p12', ...NO_TOKEN, demoSecret: null, address }),
    );
  }
}
