import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type LevelFigures, markingInBoth } from '@patravali/contract';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { unitsUnder } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { LEVELS_CLIMBED } from './levels';

const COUNTED = z.object({ closed: z.boolean(), levels: z.int(), files: z.int() });
type Counted = z.infer<typeof COUNTED>;

/** How many distinct levels files pass (Q6), counted of normal files alone: no name and no file is told. */
@Injectable()
export class LevelFiguresQuery {
  constructor(private readonly database: EntityManager) {}

  /**
   * Of the whole office for its head, for administrators, who keep the ladders, and for auditors; for other officers of the units in
   * which they and those below them sit. @throws Refusal `not-allowed` for everybody else.
   */
  @Serves('getLevelFigures')
  async execute({ organisationId, post }: Actor): Promise<LevelFigures> {
    const { roles } = post;
    const isForAll = roles.includes('administrator') || roles.includes('auditor');
    if (!isForAll && !roles.includes('officer')) throw new Refusal('not-allowed', { post: markingInBoth(post) });
    const under = await unitsUnder(this.database, organisationId, post.id);
    const units = isForAll || under.isHead ? null : under.units;
    const counted = await select(
      this.database,
      COUNTED,
      `SELECT climbed.closed, climbed.levels, count(*)::integer AS files FROM (
         SELECT c.state = 'closed' AS closed, cardinality(${LEVELS_CLIMBED}) AS levels FROM file_custody c
         WHERE c.organisation_id = $1 AND c.grading = 'normal' AND c.since > office_now() - INTERVAL '1 year'
           AND ($2::uuid[] IS NULL OR c.unit_id = ANY ($2))) climbed
       GROUP BY climbed.closed, climbed.levels ORDER BY climbed.levels`,
      [organisationId, units?.map(({ id }) => id) ?? null],
    );
    return { units, closed: figureOf(counted.filter(({ closed }) => closed)), moved: figureOf(counted) };
  }
}

function figureOf(counted: readonly Counted[]): LevelFigures['moved'] {
  const byLevels = new Map<number, number>();
  for (const { levels, files } of counted) byLevels.set(levels, (byLevels.get(levels) ?? 0) + files);
  const distribution = [...byLevels].map(([levels, files]) => ({ levels, files })).sort((a, b) => a.levels - b.levels);
  const files = distribution.reduce((sum, each) => sum + each.files, 0);
  const passed = distribution.reduce((sum, each) => sum + each.files * each.levels, 0);
  return { files, mean: files === 0 ? null : Math.round((passed / files) * 100) / 100, distribution };
}
