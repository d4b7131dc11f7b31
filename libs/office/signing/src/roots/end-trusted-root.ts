import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { EndTrust, TrustChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation, refuseNonAdministrator } from '@patravali/organisation';
import { end } from '../trust/ended';
import { TrustedRoot } from '../trust/trust.entities';

/** The office trusts a root no more: nothing that leads to it signs. What was signed stays signed. */
@Injectable()
export class EndTrustedRoot {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but administrators; `not-found`, `trust-ended`. */
  @Serves('endTrustedRoot')
  execute(actor: Actor, rootId: string, { reason }: EndTrust): Promise<TrustChanged> {
    refuseNonAdministrator(actor);
    return this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      const root = await tx.lock(TrustedRoot, { id: rootId });
      await end(tx, actor, root, reason);
      const { subject, fingerprint } = root;
      await tx.record('organisation.root_ended', actor.organisationId, {
        relatedId: rootId,
        reason,
        data: { certificate: subject, fingerprint },
      });
      return { id: rootId };
    });
  }
}
