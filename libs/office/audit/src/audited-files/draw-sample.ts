import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DrawSample as DrawSampleQuery, Sample, Unnamed } from '@patravali/contract';
import { midnightInIndia, Parameters, PLANNED_EACH_TIME, select } from '@patravali/database';
import { FILES } from '@patravali/files';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isToCome, refuseDayToCome } from '../scope/refuse-day-to-come';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { AUDITED_FILE, auditedFiles } from './audited-files';

const DRAWN = z.object({ toCome: z.boolean(), among: z.int(), items: z.array(AUDITED_FILE.row) });

/**
 * Some files to inspect, which nobody has chosen: those whose SHA-256 of the seed and their id is the lowest. Whoever knows the seed,
 * the day and the filters draws the same again, and a file that is no longer among them makes room for the next alone.
 */
@Injectable()
export class DrawSample {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed` for all but auditors; `date-in-future`. */
  @Serves('drawSample')
  async execute(actor: Actor, { seed, day, size, ...filters }: DrawSampleQuery): Promise<Unnamed<Sample>> {
    refuseNonAuditor(actor);
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      ...auditedFiles(actor, filters, parameters),
      `f.created_at < ${midnightInIndia(`${bind(day)}::date`)}`,
    ];
    const lot = `sha256(convert_to(${bind(seed)}::text || f.id::text, 'UTF8'))`;
    const [drawn] = await select(
      this.database,
      DRAWN,
      `${PLANNED_EACH_TIME}SELECT ${isToCome(bind(day))} AS "toCome", COALESCE(max(drawn.among), 0)::integer AS among,
         COALESCE(json_agg(drawn.item ORDER BY drawn.lot), '[]') AS items
       FROM (SELECT ${AUDITED_FILE.json} AS item, ${lot} AS lot, count(*) OVER () AS among FROM ${FILES}
         WHERE ${where.join(' AND ')} ORDER BY lot LIMIT ${bind(size)}) drawn`,
      parameters.values,
    );
    refuseDayToCome(drawn?.toCome === true);
    return { seed, day, among: drawn?.among ?? 0, items: drawn?.items ?? [] };
  }
}
