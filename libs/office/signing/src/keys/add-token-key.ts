import { Injectable } from '@nestjs/common';
import type { AddTokenKey as Request, SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { EntityManager } from 'typeorm';
import { CertificateJudge } from '../trust/certificate-judge';
import { trustOf } from '../trust/office-trust';
import { certificatesInFile } from '../trust/certificates-in-file';
import { storeKey } from './store-key';

/** A person says what certificates his token has: the key itself never leaves it. */
@Injectable()
export class AddTokenKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
    private readonly log: SecurityLog,
  ) {}

  /**
   * @param address the network address it came from.
   * @throws Refusal `certificates-unread`, those of `CertificateJudge`, `certificate-unbound`, `key-unavailable`.
   */
  async execute({ person }: SignedIn, request: Request, address: string): Promise<SigningKeyView> {
    const { userId, organisationId } = person;
    const facts = await certificatesInFile(request.certificates, '#/certificates');
    const certificates = facts.map(({ certificate }) => certificate);
    const judged = await this.judge.executeFor(certificates, await trustOf(this.database, organisationId));
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, { judged, userId, kind: 'token', p12: null, demoSecret: null, address }),
    );
  }
}
