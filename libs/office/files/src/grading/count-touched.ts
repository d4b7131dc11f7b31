import { type Grading, REGRADING_TOUCHES, RegradingTouches } from '@patravali/contract';
import { type FileCustody, joinCustody, postsThatHeld } from '@patravali/custody';
import { type SqlRunner, projection, select } from '@patravali/database';
import { DISCUSSIONS_LOST } from '@patravali/notes';
import { isAbove } from '../file/gradings';
import type { RegradingReach } from './regrading-reach';

const each = <Value>(value: Value) =>
  Object.fromEntries(REGRADING_TOUCHES.map((kind) => [kind, value])) as Record<keyof RegradingTouches, Value>;
const NOTHING: RegradingTouches = each(0);

/** The file of $1 and $2, its other volumes and all their parts, as far as they are graded below $3. */
const GOING = `SELECT f.organisation_id, f.id AS file_id, f.part, c.reader_post_ids AS readers, c.attached_files,
    ${postsThatHeld('f.organisation_id', 'f.id')} AS held
  FROM office_file f ${joinCustody('f.id')}
  WHERE f.organisation_id = $1 AND (f.id IN (SELECT volumes_of($1, $2)) OR f.main_file_id IN (SELECT volumes_of($1, $2)))
    AND grading_place(c.grading) < grading_place($3)`;

/** What regrading this file would touch: one statement, and none if the grading is not higher. A part takes nothing along. */
export async function countTouched(
  database: SqlRunner,
  { organisationId, fileId, grading: before }: FileCustody,
  grading: Grading,
  reach: RegradingReach,
): Promise<RegradingTouches> {
  if (!isAbove(grading, before)) return NOTHING;
  const counts = projection(RegradingTouches, {
    ...each('0'),
    parts: counted('going WHERE part IS NOT NULL AND file_id <> $2'),
    volumes: counted('going WHERE part IS NULL AND file_id <> $2'),
    readers: `(SELECT count(DISTINCT reader)::int FROM going, unnest(readers) reader WHERE reader <> ALL (held))`,
    discussions: DISCUSSIONS_LOST,
    linked: counted(`file_link l WHERE l.organisation_id = $1
      AND (l.file_id IN (SELECT file_id FROM going) OR l.other_file_id IN (SELECT file_id FROM going))`),
    attached: '(SELECT COALESCE(sum(attached_files), 0)::int FROM going)',
    ...reach.counted,
  });
  const [found] = await select(database, counts.row, `WITH going AS MATERIALIZED (${GOING}) SELECT ${counts.columns}`, [
    organisationId,
    fileId,
    grading,
  ]);
  return found ?? NOTHING;
}

function counted(source: string): string {
  return `(SELECT count(*)::int FROM ${source})`;
}
