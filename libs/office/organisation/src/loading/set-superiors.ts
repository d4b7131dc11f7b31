import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { OfficeDescription } from './office-description';

/** Sets each unit's parent and each post's superior, all of which are there by now, and answers what it moved. */
export async function setSuperiors(tx: Transaction, { units, posts }: OfficeDescription): Promise<Moved[]> {
  return [
    ...(await setAbove(
      tx,
      UNITS,
      units.map(({ abbreviation, parent }) => [abbreviation, parent]),
    )),
    ...(await setAbove(
      tx,
      POSTS,
      posts.map(({ marking, superior }) => [marking, superior]),
    )),
  ];
}

interface Moved {
  readonly kind: 'unit' | 'post';
  readonly name: string;
}

interface Tree {
  readonly table: 'unit' | 'post';
  readonly name: string;
  readonly above: string;
}

const UNITS: Tree = { table: 'unit', name: 'abbreviation', above: 'parent_id' };
const POSTS: Tree = { table: 'post', name: 'marking', above: 'superior_post_id' };

/** One statement for the whole tree. */
async function setAbove(
  tx: Transaction,
  { table, name, above }: Tree,
  rows: (readonly [string, string | undefined])[],
): Promise<Moved[]> {
  const moved = await tx.select(
    z.object({ name: z.string() }),
    `UPDATE ${table} SET ${above} = wanted.above_id
     FROM (SELECT low.id, high.id AS above_id FROM unnest($2::text[], $3::text[]) AS pair (low, high)
       JOIN ${table} low ON low.organisation_id = $1 AND low.${name} = pair.low
       LEFT JOIN ${table} high ON high.organisation_id = $1 AND high.${name} = pair.high) AS wanted
     WHERE ${table}.id = wanted.id AND ${table}.${above} IS DISTINCT FROM wanted.above_id
     RETURNING ${table}.${name} AS name`,
    [tx.by.organisationId, rows.map(([low]) => low), rows.map(([, high]) => high ?? null)],
  );
  return moved.map((row) => ({ kind: table, name: row.name }));
}
