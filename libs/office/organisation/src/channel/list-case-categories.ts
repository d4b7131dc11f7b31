import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CaseCategory, type PageQuery, type PageRows } from '@patravali/contract';
import { decodeCursor, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { unitRef } from '../organisation/names';

const CATEGORY = projection(CaseCategory, {
  id: 'k.id',
  code: 'k.code',
  name: `json_build_object('hi', k.name_hi, 'en', k.name_en)`,
  unit: unitRef('k.unit_id'),
  powers: `(SELECT COALESCE(json_agg(json_build_object('fromOn', d.from_on, 'levels', d.levels, 'finalPost', d.final_post_id,
        'reason', d.reason)
      ORDER BY d.from_on), '[]') FROM power_delegation d WHERE d.organisation_id = k.organisation_id AND d.category_id = k.id)`,
});

/** The kinds of cases with all powers over them: whoever works in the office may know them. */
@Injectable()
export class ListCaseCategories {
  constructor(private readonly database: EntityManager) {}

  @Serves('listCaseCategories')
  async execute({ organisationId }: Actor, { limit, cursor }: PageQuery): Promise<PageRows<CaseCategory>> {
    const [after] = cursor === undefined ? [''] : decodeCursor(cursor, ['string']);
    const rows = await select(
      this.database,
      CATEGORY.row,
      `SELECT ${CATEGORY.columns} FROM case_category k WHERE k.organisation_id = $1 AND k.code > $2 ORDER BY k.code LIMIT $3`,
      [organisationId, after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ code }) => [code],
    );
  }
}
