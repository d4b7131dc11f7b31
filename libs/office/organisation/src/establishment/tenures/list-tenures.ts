import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ListTenures as Query, type PageRows, PostTenures } from '@patravali/contract';
import { decodeCursor, isoInstant, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { personName } from '../../organisation/names';
import { POST_VIEW_COLUMNS } from '../../posts/post-view';
import { refuseNonKeeper, within } from '../rules/unit-administration';

/** Who holds and held `post`, the latest first: a JSON array of the contract's `TenureView`. */
const TENURES = `(SELECT COALESCE(jsonb_agg(jsonb_build_object('id', tenure.id, 'postId', tenure.post_id,
    'person', jsonb_build_object('hi', person.name_hi, 'en', person.name_en), 'username', person.username,
    'kind', tenure.kind, 'fromOn', tenure.from_on, 'untilOn', tenure.until_on, 'endedAt', ${isoInstant('tenure.ended_at')},
    'fromHalf', CASE WHEN tenure.from_afternoon THEN 'afternoon' ELSE 'forenoon' END,
    'untilHalf', CASE WHEN tenure.until_forenoon THEN 'forenoon' WHEN tenure.until_on IS NOT NULL THEN 'afternoon' END,
    'startCause', tenure.start_cause, 'duty', tenure.duty, 'under', ${personName('tenure.under_user_id')}, 'endCause', tenure.end_cause, 'orderReference', tenure.order_reference,
    'endOrder', tenure.end_order) ORDER BY tenure.from_on DESC, tenure.id DESC), '[]')
  FROM tenure JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
  WHERE tenure.organisation_id = post.organisation_id AND tenure.post_id = post.id)`;

/** Whether a holder of `post` now is named so. */
const HELD_BY = `EXISTS (SELECT FROM tenure
  JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
  WHERE tenure.organisation_id = post.organisation_id AND tenure.post_id = post.id AND holds_now(tenure)
    AND strpos(lower(concat_ws(' ', person.username, person.name_hi, person.name_en)), lower($4)) > 0)`;

const ROW = projection(PostTenures.omit({ mayKeep: true }), { ...POST_VIEW_COLUMNS, tenures: TENURES });

/** The posts of the office, or of the units that a post administers, from the highest down, with who holds and held each, for whoever keeps them. */
@Injectable()
export class ListTenures {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('listTenures')
  async execute(actor: Actor, { limit, cursor, q = '', unitId }: Query): Promise<PageRows<PostTenures>> {
    refuseNonKeeper(actor);
    const [level, marking] = cursor === undefined ? [0, ''] : decodeCursor(cursor, ['number', 'string']);
    const values: unknown[] = [actor.organisationId, level, marking, q, unitId ?? null, limit + 1];
    const { unit, keptPost } = within(actor, values);
    const row = ROW.with({ mayKeep: z.boolean() }, { mayKeep: keptPost });
    const rows = await select(
      this.database,
      row.row,
      `SELECT ${row.columns}
       FROM post JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
       WHERE post.organisation_id = $1 AND post.abolished_at IS NULL AND (post.level, post.marking) > ($2::smallint, $3)
         AND ($5::uuid IS NULL OR post.unit_id = $5) AND ${unit('post.unit_id')}
         AND (strpos(lower(concat_ws(' ', post.marking, post.marking_hi, post.designation_hi, post.designation_en)),
             lower($4)) > 0 OR ${HELD_BY})
       ORDER BY post.level, post.marking LIMIT $6`,
      values,
    );
    return toPage(
      rows,
      limit,
      (each) => each,
      (each) => [each.level, each.marking],
    );
  }
}
