import type { EndCause, InformationRole, Role, StartCause, TenureKind } from '@patravali/contract';
import type { TestOffice } from '../../office/office';

/** Days are counted in halves since 1970: an even number is a forenoon. */
export type Half = number;

export interface UnitInModel {
  readonly id: string;
  readonly abbreviation: string;
  readonly abbreviationHi: string | null;
  readonly nameHi: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly abolished: boolean;
  readonly version: number;
}

export interface PostInModel {
  readonly id: string;
  readonly unitId: string;
  readonly marking: string;
  readonly markingHi: string | null;
  readonly designationHi: string;
  readonly designationEn: string;
  readonly level: number;
  readonly superiorPostId: string | null;
  readonly roles: readonly Role[];
  readonly auditedUnitIds: readonly string[];
  readonly informationRole: InformationRole | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly abolished: boolean;
  readonly version: number;
  /** How many files lie on its desk. */
  readonly files: number;
}

export interface PersonInModel {
  readonly id: string;
  readonly username: string;
  readonly nameHi: string;
  readonly nameEn: string;
  readonly email: string | null;
  readonly closed: boolean;
  readonly version: number;
}

export interface TenureInModel {
  readonly id: string;
  readonly personId: string;
  readonly postId: string;
  readonly kind: TenureKind;
  readonly from: Half;
  /** The last half day; null without an end that is known. */
  readonly until: Half | null;
  /** It ended within its last day, or before it began. */
  readonly ended: boolean;
  readonly startCause: StartCause | null;
  readonly endCause: EndCause | null;
  readonly order: string | null;
  readonly endOrder: string | null;
}

/** The organisation as the model knows it. */
export interface World {
  now: Half;
  readonly units: Map<string, UnitInModel>;
  readonly posts: Map<string, PostInModel>;
  readonly people: Map<string, PersonInModel>;
  readonly tenures: Map<string, TenureInModel>;
  /** How often something was given another name. */
  renamed: number;
  /** How many acts were accepted. */
  events: number;
}

const NOW = `SELECT 2 * (india_today() - DATE '1970-01-01') + india_afternoon()::int AS now,
  (SELECT count(*)::int FROM former_name) AS renamed, (SELECT count(*)::int FROM event) AS events`;
const UNITS = `SELECT id, abbreviation, abbreviation_hi AS "abbreviationHi", name_hi AS "nameHi", name_en AS "nameEn",
  parent_id AS "parentId", abolished_at IS NOT NULL AS abolished, version FROM unit ORDER BY id`;
const POSTS = `SELECT id, unit_id AS "unitId", marking, marking_hi AS "markingHi", designation_hi AS "designationHi",
  designation_en AS "designationEn", level, superior_post_id AS "superiorPostId", to_jsonb(roles) AS roles,
  to_jsonb(audited_unit_ids) AS "auditedUnitIds", information_role AS "informationRole", phone, email,
  abolished_at IS NOT NULL AS abolished, version,
  (SELECT count(*)::int FROM file_custody c WHERE c.holder_post_id = post.id) AS files FROM post ORDER BY id`;
const PEOPLE = `SELECT id, username, name_hi AS "nameHi", name_en AS "nameEn", email, closed_at IS NOT NULL AS closed, version
  FROM office_user ORDER BY id`;
const TENURES = `SELECT id, user_id AS "personId", post_id AS "postId", kind,
  2 * (from_on - DATE '1970-01-01') + COALESCE(from_afternoon, false)::int AS from,
  2 * (until_on - DATE '1970-01-01') + (until_forenoon IS NOT TRUE)::int AS until, ended_at IS NOT NULL AS ended,
  start_cause AS "startCause", end_cause AS "endCause", order_reference AS order, end_order AS "endOrder"
  FROM tenure ORDER BY id`;

/** The organisation as the database has it. */
export async function readWorld(office: TestOffice): Promise<World> {
  const byId = async <T extends { readonly id: string }>(sql: string) =>
    new Map((await office.rows<T>(sql)).map((row) => [row.id, row]));
  const [said] = await office.rows<Pick<World, 'now' | 'renamed' | 'events'>>(NOW);
  return {
    now: said?.now ?? 0,
    renamed: said?.renamed ?? 0,
    events: said?.events ?? 0,
    units: await byId<UnitInModel>(UNITS),
    posts: await byId<PostInModel>(POSTS),
    people: await byId<PersonInModel>(PEOPLE),
    tenures: await byId<TenureInModel>(TENURES),
  };
}

/** As one text, whatever the order of rows and of what they say: two equal texts are one state. */
export function textOf({ now, renamed, events, units, posts, people, tenures }: World): string {
  const sorted = (rows: Map<string, object>) =>
    [...rows.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, row]) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))));
  return [`${now} ${renamed} ${events}`, ...[units, posts, people, tenures].flatMap(sorted)].join('\n');
}

export const dayOf = (half: Half): number => Math.floor(half / 2);

/** As requests write it. */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Whoever holds it then, if it was not ended before. */
export const holdsAt = ({ ended, from, until }: TenureInModel, half: Half): boolean =>
  !ended && from <= half && (until === null || until >= half);

/** It holds now, or is to. */
export const isNotOver = ({ ended, until }: TenureInModel, now: Half): boolean =>
  !ended && (until === null || until >= now);

export function known<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`The model knows no ${id}`);
  return row;
}

/** All posts above this one. */
export function above(world: World, postId: string): string[] {
  const found: string[] = [];
  for (let at = world.posts.get(postId)?.superiorPostId; at && !found.includes(at);) {
    found.push(at);
    at = world.posts.get(at)?.superiorPostId ?? null;
  }
  return found;
}

/** Somebody keeps the office now who has no end that is known. */
export const hasAdministrator = (world: World): boolean =>
  [...world.tenures.values()].some((tenure) => isLastingAdministrator(world, tenure));

export function isLastingAdministrator(world: World, tenure: TenureInModel): boolean {
  const post = world.posts.get(tenure.postId);
  return (
    ['regular', 'additional'].includes(tenure.kind) &&
    tenure.until === null &&
    holdsAt(tenure, world.now) &&
    world.people.get(tenure.personId)?.closed === false &&
    post?.abolished === false &&
    post.roles.includes('administrator')
  );
}
