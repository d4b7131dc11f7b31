import { Injectable } from '@nestjs/common';
import type { AddSigningKey as Request, SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { EntityManager } from 'typeorm';
import { CertificateJudge } from '../trust/certificate-judge';
import { trustOf } from '../trust/office-trust';
import { sealKey } from './seal-key';
import { storeKey } from './store-key';

/** A person hands over his P12: the office keeps it under a passphrase that it does not know. */
@Injectable()
export class AddSigningKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `key-not-opened`, those of `CertificateJudge`, `certificate-unbound`, `key-unavailable`, `idempotency-key-reused`.
   */
  async execute({ person }: SignedIn, request: Request, address: string): Promise<SigningKeyView> {
    const kept = await this.transactions.answeredBefore(person);
    if (kept) return kept as SigningKeyView;
    const { userId, organisationId } = person;
    const file = new Uint8Array(Buffer.from(request.p12, 'base64'));
    const { p12, certificates } = await sealKey(file, request.password, request.passphrase);
    const judged = await this.judge.executeFor(certificates, await trustOf(this.database, organisationId));
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, { p12, judged, userId, kind: 'p12', demoSecret: null, address }),
    );
  }
}
