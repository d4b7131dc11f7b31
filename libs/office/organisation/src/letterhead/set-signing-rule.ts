import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SetSigningRule as Request, SigningRule } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation } from '../organisation/lock-organisation';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { officeSigningRule } from './signing-rule';

/** The administrator chooses which forms of letters officers sign themselves, whether notes are signed, and whether with unchecked certificates. Letters that have their number go out as they were begun. */
@Injectable()
export class SetSigningRule {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('setSigningRule')
  execute(actor: Actor, { signedForms, signedNotes, refusesUnchecked }: Request): Promise<SigningRule> {
    return this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      refuseNonAdministrator(actor);
      await tx.execute(
        `UPDATE organisation SET signed_forms = $2, signed_notes = COALESCE($3, signed_notes),
           refuses_unchecked = COALESCE($4, refuses_unchecked) WHERE id = $1`,
        [actor.organisationId, signedForms, signedNotes ?? null, refusesUnchecked ?? null],
      );
      await tx.record('organisation.signing_set', actor.organisationId, {
        data: {
          signedForms,
          ...(signedNotes !== undefined && { signedNotes: signedNotes ? 'yes' : 'no' }),
          ...(refusesUnchecked !== undefined && { refusesUnchecked: refusesUnchecked ? 'yes' : 'no' }),
        },
      });
      return await officeSigningRule(tx, actor.organisationId);
    });
  }
}
