import type { Transaction } from '@patravali/database';
import type { TenureKind } from '@patravali/contract';

export interface KnownTenure {
  readonly person: string;
  readonly post: string;
  readonly kind: TenureKind;
  readonly from: string;
  readonly until: string | null;
}

/** What the database holds of the office already, by the names that a description uses. */
export interface KnownOffice {
  readonly name: string | null;
  readonly demo: boolean | null;
  /** False when somebody else has just loaded another office. */
  readonly isOurs: boolean;
  /** Each with its parent, or null. */
  readonly units: ReadonlyMap<string, string | null>;
  /** Each with its superior, or null. */
  readonly posts: ReadonlyMap<string, string | null>;
  readonly people: ReadonlySet<string>;
  readonly tenures: readonly KnownTenure[];
}

export const NOTHING_KNOWN: KnownOffice = {
  name: null,
  demo: null,
  isOurs: true,
  units: new Map(),
  posts: new Map(),
  people: new Set(),
  tenures: [],
};

export async function readKnownOffice(tx: Transaction): Promise<KnownOffice> {
  const of = [tx.by.organisationId];
  const [office] = await tx.query<{ name_en: string; demo: boolean; is_ours: boolean }>(
    'SELECT name_en, demo, id = $1 AS is_ours FROM organisation ORDER BY id = $1 LIMIT 1',
    of,
  );
  if (!office) return NOTHING_KNOWN;
  const units = await tx.query<{ name: string; above: string | null }>(
    `SELECT unit.abbreviation AS name, parent.abbreviation AS above
     FROM unit LEFT JOIN unit parent ON parent.id = unit.parent_id WHERE unit.organisation_id = $1`,
    of,
  );
  const posts = await tx.query<{ name: string; above: string | null }>(
    `SELECT post.marking AS name, superior.marking AS above
     FROM post LEFT JOIN post superior ON superior.id = post.superior_post_id WHERE post.organisation_id = $1`,
    of,
  );
  const people = await tx.query<{ username: string }>(
    'SELECT username FROM office_user WHERE organisation_id = $1',
    of,
  );
  const tenures = await tx.query<KnownTenure>(
    `SELECT username AS person, marking AS post, kind, from_on AS from, until_on AS until
     FROM tenure JOIN office_user person ON person.id = user_id JOIN post ON post.id = post_id
     WHERE tenure.organisation_id = $1`,
    of,
  );
  return {
    name: office.name_en,
    demo: office.demo,
    isOurs: office.is_ours,
    units: new Map(units.map(({ name, above }) => [name, above])),
    posts: new Map(posts.map(({ name, above }) => [name, above])),
    people: new Set(people.map(({ username }) => username)),
    tenures,
  };
}
