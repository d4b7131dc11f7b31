import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ChargeTakenOver, hasCharge, markingInBoth, type TakeOverCharge as Request } from '@patravali/contract';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { endLinks, lockPost } from '@patravali/organisation';
import { ChargeHandover } from './charge-handover.entity';
import { cameSince, seenOf } from './charge-items';

/** Whoever holds the post now confirms that he has taken over its charge, having seen all that had come since it was handed over. */
@Injectable()
export class TakeOverCharge {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-found` for a charge of another post; `not-allowed` for who does not hold it himself; `charge-taken`;
   * `came-meanwhile` where more has come than was seen.
   */
  @Serves('takeOverCharge')
  execute(actor: Actor, chargeId: string, { seen }: Request): Promise<ChargeTakenOver> {
    return this.transactions.run(actor, async (tx) => {
      const { userId, postId, capacity, post } = actor;
      const charge = await tx.lock(ChargeHandover, { id: chargeId });
      if (charge.postId !== postId) throw new Refusal('not-found');
      if (!hasCharge(capacity)) throw new Refusal('not-allowed', { post: markingInBoth(post) });
      if (charge.takenAt !== null) throw new Refusal('charge-taken', { post: markingInBoth(post) });
      await lockPost(tx, postId);
      const cameBetween = await cameSince(tx, charge, charge.handedAt);
      if (seenOf(cameBetween) !== seen) throw new Refusal('came-meanwhile', { count: cameBetween.length });
      await tx.update(ChargeHandover, { id: chargeId }, { takenByUserId: userId, takenAt: NOW, cameBetween });
      await endLinks(tx, postId);
      const data = { posts: [post.marking], cameBetween: cameBetween.length };
      await tx.record('user.charge_taken_over', userId, { relatedId: chargeId, data });
      return { id: chargeId };
    });
  }
}
