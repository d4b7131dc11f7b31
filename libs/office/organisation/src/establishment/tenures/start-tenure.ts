import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { StartTenure as Request, TenureKept } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { NOT_YET_SAID, OfficeUser, Tenure } from '../../organisation/organisation.entities';
import { v7 as uuidv7 } from 'uuid';
import { refuseUnfitLink } from '../absence/link-rules';
import { namedPost } from '../posts/post-rules';
import { unfit } from '../rules/administering';
import { lockKept, refuseOtherPerson, refuseRoleOfPost } from '../rules/unit-administration';
import { refuseHeldThen } from './held-then';
import { clerkOf, refuseBesidesOperator } from './operators';

/** Enters that a person takes charge of a post, from a half of a day on, by an order. */
@Injectable()
export class StartTenure {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`; `no-such-person`, `unknown-post`, `account-closed`, `post-abolished`, `post-held-then`,
   * `tenure-backwards`, `last-day-needed`, `link-to-oneself`, `leave-overlaps`, `link-officer-on-leave`,
   * `contract-day-needed`, `operator-needs-clerk`, `operator-holds-no-post`
   */
  @Serves('startTenure')
  execute(actor: Actor, request: Request): Promise<TenureKept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const { organisationId } = actor;
      const { personId, postId, kind, cause, fromOn, fromHalf, untilOn, orderReference } = request;
      const person = await tx.find(OfficeUser, { id: personId });
      if (!person) throw unfit('no-such-person', 'personId');
      await refuseOtherPerson(tx, units, personId, 'personId');
      if (person.closedAt !== null) throw unfit('account-closed', 'personId', { person: person.username });
      const post = await namedPost(tx, postId, 'postId');
      if (units !== null && !units.ids.has(post.unitId)) throw units.refusal('postId');
      refuseRoleOfPost(units, post, 'postId');
      if (untilOn !== null && untilOn < fromOn) throw unfit('tenure-backwards', 'untilOn');
      if (kind === 'link' && untilOn === null) throw unfit('last-day-needed', 'untilOn');
      if (kind === 'operator' && untilOn === null) throw unfit('contract-day-needed', 'untilOn');
      const id = uuidv7();
      const fromAfternoon = fromHalf === 'afternoon' ? (true as const) : null;
      const days = { fromOn, fromAfternoon, untilOn, untilForenoon: null, endedAt: null } as const;
      await refuseHeldThen(tx, { id, userId: personId, postId, kind, ...days }, 'fromOn');
      if (kind === 'link') {
        const fields = { officer: 'personId', days: 'fromOn' };
        await refuseUnfitLink(tx, { id: null, postId, userId: personId, days }, fields);
      }
      await refuseBesidesOperator(tx, person, kind, days);
      const underUserId = kind === 'operator' ? await clerkOf(tx, post, days) : null;
      const held = { userId: personId, postId, kind, startCause: cause, orderReference, underUserId };
      await tx.insert(Tenure, { ...NOT_YET_SAID, id, organisationId, ...days, ...held });
      const data = { person: person.username, posts: [post.marking], tenureKind: kind, startCause: cause };
      await tx.record('user.tenure_started', personId, { relatedId: id, reason: orderReference, data });
      return { id, postId };
    });
  }
}
