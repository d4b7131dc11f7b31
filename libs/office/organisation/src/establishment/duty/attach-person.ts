import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Attached, AttachPerson as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { NOT_YET_SAID, Tenure } from '../../organisation/organisation.entities';
import { daysOfLeave, refuseBackwards } from '../absence/link-rules';
import { namedPost } from '../posts/post-rules';
import { unfit } from '../rules/administering';
import { lockKept, refuseRoleOfPost } from '../rules/unit-administration';
import { refuseHeldThen } from '../tenures/held-then';
import { desksOfDuty } from './desks-of-duty';
import { insertLinks, refuseInPast } from './insert-links';
import { fitDesks, whatStandsAgainst } from './who-cannot-go';

/**
 * A person works attached to another post for a while, in additional charge of it, and a link officer keeps each of his desks. He returns
 * with the last day, or when that charge is ended: the database ends both together.
 */
@Injectable()
export class AttachPerson {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`; `tenure-backwards`, `duty-in-past`, `not-all-can-go`, `one-is-attached`, `unknown-post`, `post-abolished`,
   * `post-held-then`
   */
  @Serves('attachPerson')
  execute(actor: Actor, request: Request): Promise<Attached> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      refuseBackwards(request);
      await refuseInPast(tx, request);
      const days = daysOfLeave(request);
      const named = await desksOfDuty(tx, actor, request.desks, days);
      const against = whatStandsAgainst(named, actor);
      if (against) throw against;
      const desks = fitDesks(named).map((desk) => ({ ...desk, id: uuidv7() }));
      const [first] = desks;
      if (!first || desks.some(({ personId }) => personId !== first.personId)) throw unfit('one-is-attached', 'desks');
      const { toPostId, orderReference, fromOn, fromHalf, untilOn, untilHalf } = request;
      const post = await namedPost(tx, toPostId, 'toPostId');
      if (units !== null && !units.ids.has(post.unitId)) throw units.refusal('toPostId');
      refuseRoleOfPost(units, post, 'toPostId');
      const { organisationId } = actor;
      const tenureId = uuidv7();
      const held = { id: tenureId, userId: first.personId, postId: toPostId, kind: 'additional', ...days } as const;
      await refuseHeldThen(tx, held, 'toPostId');
      await tx.insert(Tenure, { ...NOT_YET_SAID, ...held, organisationId, orderReference, startCause: 'attached' });
      await insertLinks(tx, request, desks, { attachmentId: tenureId });
      const data = {
        person: first.username,
        posts: [post.marking],
        from: desks.map(({ marking }) => marking),
        linkOfficers: desks.map(({ linkUsername }) => linkUsername),
        fromOn,
        fromHalf,
        untilOn,
        untilHalf,
      };
      await tx.record('user.attached', first.personId, { relatedId: tenureId, reason: orderReference, data });
      return { tenureId };
    });
  }
}
