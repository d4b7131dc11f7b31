import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SigningKeyView } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { SecurityLog, type SignedIn } from '@patravali/identity';
import { makeDemoSigningKey } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { CertificateJudge } from '../trust/certificate-judge';
import { trustOf } from '../trust/office-trust';
import { sealKey } from './seal-key';
import { storeKey } from './store-key';

/** A demo person gets a key that the office makes and opens for him, of the demo's root and under his number; trusted by offices of the demo alone. */
@Injectable()
export class MakeDemoKey {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly judge: CertificateJudge,
    private readonly log: SecurityLog,
  ) {}

  /** @throws Refusal `not-found` for whoever is no demo person; `key-unavailable`. */
  async execute({ person, session }: SignedIn, address: string): Promise<SigningKeyView> {
    if (!session.demo) throw new Refusal('not-found');
    const { userId, organisationId } = person;
    const made = await makeDemoSigningKey({ name: session.user.name.en, number: userId });
    const demoSecret = randomBytes(24).toString('base64url');
    const { p12, certificates } = await sealKey(made.p12, made.password, demoSecret);
    const judged = await this.judge.executeFor(certificates, await trustOf(this.database, organisationId));
    return this.transactions.run(person, (tx) =>
      storeKey(tx, this.log, { p12, judged, userId, kind: 'demo', demoSecret, address }),
    );
  }
}
