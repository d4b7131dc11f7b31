import { Day, TENURE_KINDS } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';

const ExistingTenure = z.object({
  person: z.string(),
  post: z.string(),
  kind: z.enum(TENURE_KINDS),
  from: Day,
  until: Day.nullable(),
});
export type ExistingTenure = z.infer<typeof ExistingTenure>;

const Named = z.object({ name: z.string(), above: z.string().nullable(), alike: z.array(z.string()).nullable() });
const NamedPost = Named.extend({ level: z.int() });

/** What the database holds of the office already, by the names that a description uses. */
export interface ExistingOffice {
  readonly name: string | null;
  readonly demo: boolean | null;
  /** False when somebody else has just loaded another office. */
  readonly isOurs: boolean;
  /** Each with its parent, or null. */
  readonly units: ReadonlyMap<string, string | null>;
  /** Each with its superior, or null. */
  readonly posts: ReadonlyMap<string, string | null>;
  /** The name of each that is not abolished, by what it is besides. */
  readonly alikeUnits: ReadonlyMap<string, string>;
  readonly alikePosts: ReadonlyMap<string, string>;
  /** The level of each post. */
  readonly levels: ReadonlyMap<string, number>;
  readonly people: ReadonlySet<string>;
  readonly tenures: readonly ExistingTenure[];
}

export const NO_OFFICE: ExistingOffice = {
  name: null,
  demo: null,
  isOurs: true,
  units: new Map(),
  posts: new Map(),
  alikeUnits: new Map(),
  alikePosts: new Map(),
  levels: new Map(),
  people: new Set(),
  tenures: [],
};

/** Reads what is there, and lets nobody else load an office until the transaction ends. */
export async function lockExistingOffice(tx: Transaction): Promise<ExistingOffice> {
  await tx.execute('LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE');
  const of = [tx.by.organisationId];
  const [office] = await tx.select(
    z.object({ name: z.string(), demo: z.boolean(), isOurs: z.boolean() }),
    'SELECT name_en AS name, demo, id = $1 AS "isOurs" FROM organisation ORDER BY id = $1 LIMIT 1',
    of,
  );
  if (!office) return NO_OFFICE;
  const units = await tx.select(
    Named,
    `SELECT unit.abbreviation AS name, parent.abbreviation AS above,
       CASE WHEN unit.abolished_at IS NULL THEN ARRAY[unit.name_hi, unit.name_en] END AS alike
     FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id WHERE unit.organisation_id = $1`,
    of,
  );
  const posts = await tx.select(
    NamedPost,
    `SELECT post.marking AS name, superior.marking AS above, post.level,
       CASE WHEN post.abolished_at IS NULL
         THEN ARRAY[unit.abbreviation, post.designation_hi, post.designation_en] END AS alike
     FROM post JOIN unit ON unit.id = post.unit_id LEFT JOIN post superior ON superior.id = post.superior_post_id WHERE post.organisation_id = $1`,
    of,
  );
  const people = await tx.select(
    z.object({ username: z.string() }),
    'SELECT username FROM office_user WHERE organisation_id = $1',
    of,
  );
  const tenures = await tx.select(
    ExistingTenure,
    `SELECT username AS person, marking AS post, kind, from_on AS from, until_on AS until
     FROM tenure JOIN office_user person ON person.id = user_id JOIN post ON post.id = post_id
     WHERE tenure.organisation_id = $1`,
    of,
  );
  return {
    name: office.name,
    demo: office.demo,
    isOurs: office.isOurs,
    units: new Map(units.map(({ name, above }) => [name, above])),
    posts: new Map(posts.map(({ name, above }) => [name, above])),
    alikeUnits: alikeOf(units),
    alikePosts: alikeOf(posts),
    levels: new Map(posts.map(({ name, level }) => [name, level])),
    people: new Set(people.map(({ username }) => username)),
    tenures,
  };
}

/** What a row is besides its name: by this one is found that may be the same under another name. */
export const likeness = (...parts: readonly string[]): string => JSON.stringify(parts);

const alikeOf = (rows: readonly z.infer<typeof Named>[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(({ name, alike }) => (alike === null ? [] : [[likeness(...alike), name] as const])));
