import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AddTrustedRoot as Request, TrustChanged } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockOrganisation, refuseNonAdministrator } from '@patravali/organisation';
import { type CertificateFacts, DEMO_ROOT, readRoot } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { officeTime } from '../opening/office-time';
import { orUnread } from '../trust/certificates-in-file';
import { TrustedRoot } from '../trust/trust.entities';

/** An administrator says that the office trusts a root: from whom he got it, and that its fingerprint is the one he was told. */
@Injectable()
export class AddTrustedRoot {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  /**
   * @throws Refusal `not-allowed` for all but administrators; `certificates-unread`, `fingerprint-differs`, `root-unfit`, also for the root of
   * the demo, `root-trusted`; `key-unavailable`.
   */
  @Serves('addTrustedRoot')
  async execute(actor: Actor, request: Request): Promise<TrustChanged> {
    refuseNonAdministrator(actor);
    const root = await this.read(request);
    const { organisationId, userId, postId, capacity } = actor;
    return await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      const { certificate, fingerprint, subject, validFrom, validUntil } = root;
      await refuseTrusted(tx, fingerprint);
      const id = uuidv7();
      await tx.insert(TrustedRoot, {
        id,
        organisationId,
        certificate: Buffer.from(certificate).toString('base64'),
        fingerprint,
        subject,
        validFrom,
        validUntil,
        receivedFrom: request.receivedFrom,
        addedByUserId: userId,
        addedByPostId: postId,
        addedCapacity: capacity,
      });
      await tx.record('organisation.root_trusted', organisationId, {
        relatedId: id,
        data: { certificate: subject, fingerprint, receivedFrom: request.receivedFrom },
      });
      return { id };
    });
  }

  private async read({ certificate, fingerprint }: Request): Promise<CertificateFacts> {
    const file = new Uint8Array(Buffer.from(certificate, 'base64'));
    const judged = await readRoot(file, await officeTime(this.database)).catch(orUnread('#/certificate'));
    const root = judged.certificate;
    // First, so that nobody learns by trying what the right one is.
    if (root.fingerprint !== fingerprint) throw differs();
    if (judged.objection !== null || fingerprint === DEMO_ROOT.fingerprint) throw new Refusal('root-unfit');
    return root;
  }
}

const differs = (): Refusal =>
  new Refusal('fingerprint-differs', {}, { errors: [{ pointer: '#/fingerprint', detail: 'fingerprint-differs' }] });

async function refuseTrusted(tx: Transaction, fingerprint: string): Promise<void> {
  const known = await tx.select(
    z.object({ id: z.uuid() }),
    'SELECT id FROM trusted_root WHERE organisation_id = $1 AND fingerprint = $2 AND ended_at IS NULL',
    [tx.by.organisationId, fingerprint],
  );
  if (known.length > 0) throw new Refusal('root-trusted');
}
