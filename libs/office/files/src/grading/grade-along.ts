import { type Grading, GRADINGS } from '@patravali/contract';
import { custodyAs, type FileCustody, gradeTogether, joinCustody, lockInOrder } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { isAbove } from '../file/gradings';

const BELONGS = z.object({
  id: z.uuid(),
  number: z.string(),
  isPart: z.boolean(),
  /** The grading of the file inside which it travels. */
  inside: z.enum(GRADINGS).nullable(),
});

/** What was graded along with a file: the ids, and the numbers as the event tells them. */
export interface GradedAlong {
  readonly fileIds: readonly string[];
  readonly parts: readonly string[];
  readonly volumes: readonly string[];
}

const NOTHING: GradedAlong = { fileIds: [], parts: [], volumes: [] };

/**
 * Its parts, wherever they lie, and its other volumes have the subject of the file, and their notes stand beside its own: those
 * that are graded lower are graded with it. The other way round they stay as they are. A file that has neither asks nothing.
 * The caller holds the lock of the file and has graded it.
 * @throws Refusal `part-inside-lower`.
 */
export async function gradeAlong(tx: Transaction, leading: FileCustody, grading: Grading): Promise<GradedAlong> {
  if (!isAbove(grading, leading.grading) || (leading.parts === 0 && leading.volume === 1)) return NOTHING;
  const { organisationId } = tx.by;
  const others = await tx.select(
    z.object({ id: z.uuid() }),
    `SELECT f.id FROM office_file f WHERE f.organisation_id = $1 AND f.id <> $2
       AND (f.id IN (SELECT volumes_of($1, $2)) OR f.main_file_id IN (SELECT volumes_of($1, $2)))`,
    [organisationId, leading.fileId],
  );
  const ids = others.map(({ id }) => id);
  await lockInOrder(tx, ids);
  const belonging = await tx.select(
    BELONGS,
    `SELECT f.id, f.number, f.part IS NOT NULL AS "isPart", outside.grading AS inside FROM office_file f ${joinCustody('f.id')}
     LEFT JOIN ${custodyAs('outside')} ON outside.organisation_id = c.organisation_id
       AND outside.file_id = c.attached_to_file_id AND outside.file_id <> $2 AND outside.file_id <> ALL ($3::uuid[])
     WHERE f.organisation_id = $1 AND f.id = ANY ($3::uuid[]) ORDER BY f.volume NULLS FIRST, f.part`,
    [organisationId, leading.fileId, ids],
  );
  const stuck = belonging.find(({ inside }) => inside !== null && isAbove(grading, inside));
  if (stuck) throw new Refusal('part-inside-lower', { part: stuck.number });
  const graded = await gradeTogether(tx, ids, grading);
  const along = belonging.filter(({ id }) => graded.includes(id));
  const numbers = (isPart: boolean) => along.filter((file) => file.isPart === isPart).map(({ number }) => number);
  return { fileIds: graded, parts: numbers(true), volumes: numbers(false) };
}
