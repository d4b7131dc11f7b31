import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SetUrgencies as Request, UrgencyLabels } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockOrganisation } from '../organisation/lock-organisation';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { urgencyLabels } from './urgency-labels';
import { forgetOtherUrgencies, writeUrgencies } from './write-urgencies';

/** The administrator says how the office calls its degrees of urgency, which are in use, and who may set them. */
@Injectable()
export class SetUrgencies {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('setUrgencies')
  execute(actor: Actor, { items, reason }: Request): Promise<UrgencyLabels> {
    return this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      refuseNonAdministrator(actor);
      await forgetOtherUrgencies(tx, items);
      await writeUrgencies(tx, items);
      const data = { urgencies: items.map(inText) };
      await tx.record('organisation.urgencies_set', actor.organisationId, { reason, data });
      return { items: await urgencyLabels(tx, actor.organisationId) };
    });
  }
}

/** `immediate: अति आवश्यक / Most Immediate, officer` */
function inText({ code, name, setBy, inUse }: Request['items'][number]): string {
  return `${code}: ${name.hi} / ${name.en}, ${inUse ? setBy : 'not in use'}`;
}
