import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { EndTrust, TrustChanged } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation, refuseNonAdministrator } from '@patravali/organisation';
import { end } from '../trust/ended';
import { CertificateBinding } from '../trust/trust.entities';

/** A certificate speaks for nobody any more, unless it names its person by his number or address. What was signed stays signed. */
@Injectable()
export class EndCertificateBinding {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but administrators; `not-found`, `trust-ended`. */
  @Serves('endCertificateBinding')
  execute(actor: Actor, bindingId: string, { reason }: EndTrust): Promise<TrustChanged> {
    refuseNonAdministrator(actor);
    return this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      const binding = await tx.lock(CertificateBinding, { id: bindingId });
      await end(tx, actor, binding, reason);
      await tx.record('organisation.binding_ended', actor.organisationId, {
        relatedId: bindingId,
        reason,
        data: { certificate: binding.subject },
      });
      return { id: bindingId };
    });
  }
}
