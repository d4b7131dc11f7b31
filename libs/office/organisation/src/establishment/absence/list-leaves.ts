import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { LeaveView, type PageQuery, type PageRows } from '@patravali/contract';
import { decodeCursor, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { personName } from '../../organisation/names';

/** Behind every other in the order of ids. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The tenures by which the post of `link` was held when that began. What follows `FROM`. */
const HELD_MEANWHILE = `tenure held WHERE held.organisation_id = link.organisation_id AND held.post_id = link.post_id
  AND held.kind IN ('regular', 'additional') AND half_days(held) && half_days(link)
  AND (held.from_on, COALESCE(held.from_afternoon, false)) <= (link.from_on, COALESCE(link.from_afternoon, false))`;

/** Another acts by `link` from a post that the person of this expression held when that began: a condition. */
export const isOwnLeave = (userId: string): string =>
  `(link.user_id <> ${userId} AND EXISTS (SELECT FROM ${HELD_MEANWHILE} AND held.user_id = ${userId}))`;

/** When one that was ended within its days ended, in India; null of others. */
const ENDED = `(link.ended_at AT TIME ZONE INTERVAL '5 hours 30 minutes')`;

const ROW = projection(LeaveView, {
  id: 'link.id',
  post: 'link.post_id',
  by: personName('link.user_id'),
  absent: `(SELECT ${personName('held.user_id')} FROM ${HELD_MEANWHILE}
    ORDER BY array_position(ARRAY['regular', 'additional'], held.kind), held.from_on LIMIT 1)`,
  forAnother: 'link.user_id = $2',
  fromOn: 'link.from_on',
  fromHalf: `CASE WHEN link.from_afternoon THEN 'afternoon' ELSE 'forenoon' END`,
  untilOn: `COALESCE(${ENDED}::date, link.until_on)`,
  untilHalf: `CASE WHEN COALESCE(${ENDED}::time < '12:00', link.until_forenoon) THEN 'forenoon' ELSE 'afternoon' END`,
  orderReference: 'link.order_reference',
  duty: 'link.duty',
  state: `CASE WHEN holds_now(link) THEN 'running'
    WHEN link.ended_at IS NULL AND (link.from_on, COALESCE(link.from_afternoon, false)) > (india_today(), india_afternoon())
      THEN 'to_come' ELSE 'over' END`,
});

/** When a person was, is or will be on leave from a post, and acts for another: the latest first. What was withdrawn is left out. */
@Injectable()
export class ListLeaves {
  constructor(private readonly database: EntityManager) {}

  @Serves('listLeaves')
  async execute({ organisationId, userId }: Actor, { limit, cursor }: PageQuery): Promise<PageRows<LeaveView>> {
    const [fromOn, id] = cursor === undefined ? ['9999-12-31', LAST_ID] : decodeCursor(cursor, ['string', 'string']);
    const rows = await select(
      this.database,
      ROW.row,
      `SELECT ${ROW.columns} FROM tenure link
       WHERE link.organisation_id = $1 AND link.kind = 'link' AND (link.user_id = $2 OR ${isOwnLeave('$2')})
         AND (link.ended_at IS NULL OR ${ENDED}::date >= link.from_on)
         AND (link.from_on, link.id) < ($3::date, $4::uuid)
       ORDER BY link.from_on DESC, link.id DESC LIMIT $5`,
      [organisationId, userId, fromOn, id, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.fromOn, row.id],
    );
  }
}
