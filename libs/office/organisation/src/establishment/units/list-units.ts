import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type PageQuery, type PageRows, UnitView } from '@patravali/contract';
import { decodeCursor, isoInstant, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '../../organisation/refuse-non-administrator';
import { EntityManager } from 'typeorm';

const UNIT = projection(UnitView, {
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

/** The units of the office, those abolished too, by their abbreviations. */
@Injectable()
export class ListUnits {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` */
  @Serves('listUnits')
  async execute(actor: Actor, { limit, cursor }: PageQuery): Promise<PageRows<UnitView>> {
    refuseNonAdministrator(actor);
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, ['string']);
    const rows = await select(
      this.database,
      UNIT.row,
      `SELECT ${UNIT.columns} FROM unit WHERE unit.organisation_id = $1 AND unit.abbreviation > $2
       ORDER BY unit.abbreviation LIMIT $3`,
      [actor.organisationId, after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.abbreviation],
    );
  }
}
