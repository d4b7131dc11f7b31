import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type PageQuery, type PageRows, UnitView } from '@patravali/contract';
import { decodeCursor, isoInstant, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { refuseNonKeeper, within } from '../rules/unit-administration';

const UNIT = projection(UnitView.omit({ mayKeep: true }), {
  id: 'unit.id',
  abbreviation: 'unit.abbreviation',
  abbreviationHi: 'unit.abbreviation_hi',
  name: `jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en)`,
  parentId: 'unit.parent_id',
  posts: `(SELECT count(*)::int FROM post
    WHERE post.organisation_id = unit.organisation_id AND post.unit_id = unit.id AND post.abolished_at IS NULL)`,
  abolishedAt: isoInstant('unit.abolished_at'),
  version: 'unit.version',
});

/** The units of the office, or those that a post administers; those abolished too, by their abbreviations. */
@Injectable()
export class ListUnits {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('listUnits')
  async execute(actor: Actor, { limit, cursor }: PageQuery): Promise<PageRows<UnitView>> {
    refuseNonKeeper(actor);
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, ['string']);
    const values: unknown[] = [actor.organisationId, after, limit + 1];
    const { unit, keptUnit } = within(actor, values);
    const row = UNIT.with({ mayKeep: z.boolean() }, { mayKeep: keptUnit('unit.id') });
    const rows = await select(
      this.database,
      row.row,
      `SELECT ${row.columns} FROM unit
       WHERE unit.organisation_id = $1 AND unit.abbreviation > $2 AND ${unit('unit.id')}
       ORDER BY unit.abbreviation LIMIT $3`,
      values,
    );
    return toPage(
      rows,
      limit,
      (each) => each,
      ({ abbreviation }) => [abbreviation],
    );
  }
}
