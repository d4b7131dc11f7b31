import type { Actor } from '@patravali/authorization';
import { type Named, namePosts, postPlaces, type Posts, postsIn, type Unnamed } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

type Organisation = Pick<Actor, 'organisationId'>;

const NAMES = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  designationHi: z.string(),
  designationEn: z.string(),
  unitHi: z.string(),
  unitEn: z.string(),
});

/** What these posts are called today: always one statement, so that a request takes as many whatever it finds. */
export async function namesOfPosts(
  database: SqlRunner,
  { organisationId }: Organisation,
  ids: ReadonlySet<string>,
): Promise<Posts> {
  const rows = await select(
    database,
    NAMES,
    `SELECT post.id, post.marking, post.marking_hi AS "markingHi", post.designation_hi AS "designationHi", post.designation_en AS "designationEn",
       unit.name_hi AS "unitHi", unit.name_en AS "unitEn"
     FROM post JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
     WHERE post.organisation_id = $1 AND post.id = ANY ($2)`,
    [organisationId, [...ids]],
  );
  const posts: Posts = {};
  for (const { id, marking, markingHi, designationHi, designationEn, unitHi, unitEn } of rows)
    posts[id] = {
      id,
      marking,
      markingHi,
      designation: { hi: designationHi, en: designationEn },
      unit: { hi: unitHi, en: unitEn },
    };
  return posts;
}

/** What is to be printed, with each post in the place of its id: changes what was read. */
export async function withPosts<Schema extends z.ZodType>(
  database: SqlRunner,
  organisation: Organisation,
  schema: Schema,
  read: Unnamed<z.output<Schema>>,
): Promise<Named<Unnamed<z.output<Schema>>>> {
  const places = postPlaces(schema);
  return namePosts(read, places, await namesOfPosts(database, organisation, postsIn(read, places)));
}
