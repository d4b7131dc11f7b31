import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SendOnDuty as Request, SentOnDuty } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { daysOfLeave, refuseBackwards } from '../absence/link-rules';
import { lockKept } from '../rules/unit-administration';
import { desksOfDuty } from './desks-of-duty';
import { insertLinks, refuseInPast } from './insert-links';
import { fitDesks, whatStandsAgainst } from './who-cannot-go';

/**
 * The holders of several posts go on election duty, flood duty or another by one order. As leave it is the tenure of a link officer at each
 * desk, which begins and ends with its half days: meanwhile who is on duty only reads there.
 */
@Injectable()
export class SendOnDuty {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `tenure-backwards`, `duty-in-past`, `not-all-can-go` with each who cannot */
  @Serves('sendOnDuty')
  execute(actor: Actor, request: Request): Promise<SentOnDuty> {
    return this.transactions.run(actor, async (tx) => {
      await lockKept(tx, actor);
      refuseBackwards(request);
      await refuseInPast(tx, request);
      const named = await desksOfDuty(tx, actor, request.desks, daysOfLeave(request));
      const against = whatStandsAgainst(named, actor);
      if (against) throw against;
      const desks = fitDesks(named).map((desk) => ({ ...desk, id: uuidv7() }));
      await insertLinks(tx, request, desks, { duty: request.duty });
      const { duty, fromOn, fromHalf, untilOn, untilHalf, orderReference } = request;
      const data = {
        duty,
        people: desks.map(({ username }) => username),
        posts: desks.map(({ marking }) => marking),
        linkOfficers: desks.map(({ linkUsername }) => linkUsername),
        fromOn,
        fromHalf,
        untilOn,
        untilHalf,
      };
      await tx.record('organisation.sent_on_duty', actor.organisationId, { reason: orderReference, data });
      return { tenureIds: desks.map(({ id }) => id) };
    });
  }
}
