import { Injectable } from '@nestjs/common';
import type { AddTokenKey as Request, SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { readCertificates, SigningFailed } from '@patravali/signatures';
import { storeKey } from './store-key';

/** A person says what certificates his token has: the key itself never leaves it. */
@Injectable()
export class AddTokenKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `certificates-unread`, `certificate-not-valid`, `key-unavailable`.
   */
  async execute({ person }: SignedIn, { certificates }: Request, address: string): Promise<SigningKeyView> {
    const file = new Uint8Array(Buffer.from(certificates, 'base64'));
    const facts = await readCertificates(file).catch((error: unknown) => {
      throw error instanceof SigningFailed ? unread(error) : error;
    });
    const [certificate] = facts;
    if (!certificate) throw unread();
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, {
        userId: person.userId,
        kind: 'token',
        certificate,
        p12: null,
        demoSecret: null,
        address,
        certificates: facts.map((each) => each.certificate),
      }),
    );
  }
}

const unread = (cause?: unknown): Refusal =>
  new Refusal(
    'certificates-unread',
    {},
    { errors: [{ pointer: '#/certificates', detail: 'certificates-unread' }], cause },
  );
