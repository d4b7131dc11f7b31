import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ChargeHandedOver,
  HALVES,
  type HandOverCharge as Request,
  hasCharge,
  markingInBoth,
} from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import {
  endAtOnce,
  endWhatHung,
  lockOrganisation,
  lockKept,
  lockPost,
  OfficeUser,
  refuseRoleOfPost,
  refuseWithoutAdministrator,
} from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ChargeHandover } from './charge-handover.entity';
import { countsOf, pendingWith } from './charge-items';
import { lastTenureOf } from './last-tenure';
import { MAKE_CHARGE_CERTIFICATE } from './certificate-jobs';

const MOMENT = z.object({ day: z.iso.date(), half: z.enum(HALVES) });

/**
 * The charge of a post is handed over at this moment: its holder holds it no longer, and what is pending there is listed. Nothing
 * reaches the post meanwhile, which is locked. The certificate is made of the list afterwards.
 */
@Injectable()
export class HandOverCharge {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `post-abolished`; `not-allowed` for all but the holder and administrators; `nothing-to-hand-over`, `last-administrator` */
  @Serves('handOverCharge')
  execute(actor: Actor, postId: string, { cause, orderReference }: Request): Promise<ChargeHandedOver> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, userId, capacity } = actor;
      const isHolder = actor.postId === postId && hasCharge(capacity);
      if (isHolder) await lockOrganisation(tx);
      const units = isHolder ? null : await lockKept(tx, actor);
      const post = await lockPost(tx, postId, units);
      refuseRoleOfPost(units, post);
      const held = await lastTenureOf(tx, postId, isHolder ? userId : null);
      if (!held) throw new Refusal('nothing-to-hand-over', { post: markingInBoth(post) });
      const items = await pendingWith(tx, { organisationId, postId }, held.userId);
      const { day, half } = await momentOf(tx);
      if (!held.isOver) await endAtOnce(tx, held.id, { cause, orderReference, day });
      await endWhatHung(tx, held);
      if (post.roles.includes('administrator')) await refuseWithoutAdministrator(tx);
      const id = uuidv7();
      const person = await tx.find(OfficeUser, { id: held.userId });
      await tx.insert(ChargeHandover, {
        id,
        organisationId,
        postId,
        tenureId: held.id,
        fromUserId: held.userId,
        cause,
        orderReference,
        handedOn: day,
        half,
        items,
        handedByUserId: userId,
        handedByPostId: actor.postId,
        handedCapacity: capacity,
        handedAt: NOW,
      });
      await tx.enqueue(MAKE_CHARGE_CERTIFICATE, { organisationId, id });
      const counts = countsOf(items);
      const data = { posts: [post.marking], person: person?.username ?? '', endCause: cause, pending: [counts] };
      await tx.record('user.charge_handed_over', held.userId, { relatedId: id, reason: orderReference, data });
      return { id, counts };
    });
  }
}

async function momentOf(tx: Transaction): Promise<z.output<typeof MOMENT>> {
  const [moment] = await tx.select(
    MOMENT,
    `SELECT india_today() AS day, CASE WHEN india_afternoon() THEN 'afternoon' ELSE 'forenoon' END AS half`,
  );
  if (!moment) throw new Error('The database told no time');
  return moment;
}
