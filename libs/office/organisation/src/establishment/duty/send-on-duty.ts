import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SendOnDuty as Request, SentOnDuty } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { daysOfLeave, refuseBackwards } from '../absence/link-rules';
import { unfit } from '../rules/administering';
import { lockKept } from '../rules/unit-administration';
import { desksOfDuty } from './desks-of-duty';
import { type FitDesk, fitDesks, whatStandsAgainst } from './who-cannot-go';

const TODAY = z.object({ today: z.iso.date() });

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
      const [day] = await tx.select(TODAY, 'SELECT india_today()::text AS today');
      if (day && request.fromOn < day.today) throw unfit('duty-in-past', 'fromOn');
      const named = await desksOfDuty(tx, actor, request.desks, daysOfLeave(request));
      const against = whatStandsAgainst(named, actor);
      if (against) throw against;
      const desks = fitDesks(named).map((desk) => ({ ...desk, id: uuidv7() }));
      await insertLinks(tx, request, desks);
      const { duty, fromOn, fromHalf, untilOn, untilHalf, orderReference } = request;
      const data = {
        duty,
        people: desks.map(({ username }) => username),
        posts: desks.map(({ marking }) => marking),
        linkOfficers: desks.map(({ linkUsername }) => linkUsername),
        ...{ fromOn, fromHalf, untilOn, untilHalf },
      };
      await tx.record('organisation.sent_on_duty', actor.organisationId, { reason: orderReference, data });
      return { tenureIds: desks.map(({ id }) => id) };
    });
  }
}

/** Without a ground, as leave: it does not outlive the charge of who goes. */
async function insertLinks(
  tx: Transaction,
  request: Request,
  desks: readonly (FitDesk & { readonly id: string })[],
): Promise<void> {
  const { fromOn, fromAfternoon, untilOn, untilForenoon } = daysOfLeave(request);
  await tx.execute(
    `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, from_afternoon, until_on, until_forenoon,
       order_reference, duty)
     SELECT link.id, $1, link.user_id, link.post_id, 'link', $5, $6, $7, $8, $9, $10
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS link (id, user_id, post_id)`,
    [
      tx.by.organisationId,
      desks.map(({ id }) => id),
      desks.map(({ linkId }) => linkId),
      desks.map(({ postId }) => postId),
      fromOn,
      fromAfternoon,
      untilOn,
      untilForenoon,
      request.orderReference,
      request.duty,
    ],
  );
}
