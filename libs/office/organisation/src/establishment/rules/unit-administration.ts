import type { Actor } from '@patravali/authorization';
import { type KeepPost, markingInBoth, type Role } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import { lockOrganisation } from '../../organisation/lock-organisation';
import { Post } from '../../organisation/organisation.entities';
import { unfit } from './administering';

/** Whoever holds a post with one of these keeps or examines others: the administrator of a unit keeps no such post. */
const ABOVE_UNITS: readonly Role[] = ['auditor', 'administrator', 'unit_administrator'];
const ABOVE_UNITS_IN_SQL = `ARRAY[${ABOVE_UNITS.map((role) => `'${role}'`).join(', ')}]`;

const UNITS = z.object({ id: z.uuid(), isOwn: z.boolean() });

/** The part of the office that somebody keeps who does not keep all of it. */
export interface UnitsKept {
  readonly by: Pick<Actor, 'organisationId' | 'post'>;
  /** The unit that his post administers. */
  readonly own: string;
  /** It and those below it. */
  readonly ids: ReadonlySet<string>;
  /** At the field, where one names what is not his. */
  readonly refusal: (field?: string) => Refusal;
}

/** @throws Refusal `not-allowed` for all but administrators of the office or of a unit. */
export function refuseNonKeeper({ post }: Pick<Actor, 'post'>): void {
  if (!post.roles.includes('administrator') && !post.roles.includes('unit_administrator')) {
    throw new Refusal('not-allowed', { post: markingInBoth(post) });
  }
}

/**
 * As `lockEstablishment`, for the administrator of a unit too.
 * @returns null for who keeps the whole office. @throws Refusal `not-allowed`
 */
export async function lockKept(tx: Transaction, actor: Actor): Promise<UnitsKept | null> {
  refuseNonKeeper(actor);
  await lockOrganisation(tx);
  if (actor.post.roles.includes('administrator')) return null;
  // Read behind the lock: whoever took the role from the post came before.
  const units = await tx.select(
    UNITS,
    `SELECT unit.id, unit.id = post.administered_unit_id AS "isOwn"
     FROM post JOIN unit ON unit.organisation_id = post.organisation_id
     WHERE post.organisation_id = $1 AND post.id = $2 AND unit.id IN (SELECT administered_units($1, $2))`,
    [actor.organisationId, actor.postId],
  );
  const own = units.find(({ isOwn }) => isOwn);
  const params = { post: markingInBoth(actor.post) };
  if (!own) throw new Refusal('not-allowed', params);
  const refusal = (field?: string) =>
    field === undefined ? new Refusal('not-allowed', params) : unfit('not-allowed', field, params);
  return { by: actor, own: own.id, ids: new Set(units.map(({ id }) => id)), refusal };
}

/** What the actor sees of what stands in a unit, and what of that he keeps: conditions on expressions. */
export interface Within {
  /** Whether the unit of this expression is one of his. */
  readonly unit: (unitId: string) => string;
  /** Whether it is his to rename and move: his own is kept by the administrator of the office. */
  readonly keptUnit: (unitId: string) => string;
  /** Whether `post` is his to keep. */
  readonly keptPost: string;
  readonly seenPerson: string;
  readonly keptPerson: string;
}

const WHOLE_OFFICE: Within = {
  unit: () => 'true',
  keptUnit: () => 'true',
  keptPost: 'true',
  seenPerson: 'true',
  keptPerson: 'true',
};

/** @param values the statement's: the post is bound after them where it is asked for; the organisation is the first. */
export function within({ post }: Pick<Actor, 'post'>, values: unknown[]): Within {
  if (post.roles.includes('administrator')) return WHOLE_OFFICE;
  values.push(post.id);
  const units = `administered_units($1, $${values.length}::uuid)`;
  const unit = (unitId: string) => `${unitId} IN (SELECT ${units})`;
  const keptPost = `(${unit('post.unit_id')} AND NOT post.roles && ${ABOVE_UNITS_IN_SQL})`;
  return {
    unit,
    keptUnit: (unitId) =>
      `(${unitId} <> (SELECT own.administered_unit_id FROM post own WHERE own.organisation_id = $1
        AND own.id = $${values.length}::uuid))`,
    keptPost,
    seenPerson: ofPerson(`bool_or(${unit('post.unit_id')})`, unit('post.unit_id'), unit('person.entered_unit_id')),
    keptPerson: `(person.closed_at IS NULL AND ${ofPerson(`bool_and(${keptPost})`, keptPost, unit('person.entered_unit_id'))})`,
  };
}

/**
 * What is asked of `person`: of the posts that he holds now or is to hold; of who holds none, of the last that he had charge of; of who
 * never had one, of the unit in which he was entered.
 */
const ofPerson = (ofCharges: string, ofLast: string, ofEntered: string): string => {
  const charges = `FROM tenure JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
    WHERE tenure.organisation_id = person.organisation_id AND tenure.user_id = person.id`;
  return `COALESCE((SELECT ${ofCharges} ${charges} AND is_not_over(tenure)),
    (SELECT ${ofLast} ${charges} AND tenure.kind IN ('regular', 'additional')
      ORDER BY tenure.from_on DESC, tenure.id DESC LIMIT 1), ${ofEntered}, false)`;
};

const STANDING = z.object({ isSeen: z.boolean(), isKept: z.boolean() });

/**
 * Of a person who is locked or found: at the field that names him, or as what was asked for.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function refuseOtherPerson(
  tx: Transaction,
  units: UnitsKept | null,
  personId: string,
  field?: string,
): Promise<void> {
  if (units === null) return;
  const values: unknown[] = [units.by.organisationId, personId];
  const { seenPerson, keptPerson } = within(units.by, values);
  const [standing] = await tx.select(
    STANDING,
    `SELECT ${seenPerson} AS "isSeen", ${keptPerson} AS "isKept" FROM office_user person
     WHERE person.organisation_id = $1 AND person.id = $2`,
    values,
  );
  if (standing?.isKept === true) return;
  if (field !== undefined) throw units.refusal(field);
  throw standing?.isSeen === true ? units.refusal() : new Refusal('not-found');
}

/** Of what stands in a unit. @throws Refusal `not-found` */
export function refuseOtherUnit(units: UnitsKept | null, unitId: string): void {
  if (units !== null && !units.ids.has(unitId)) throw new Refusal('not-found');
}

/** @throws Refusal `not-allowed`, of a post in his units that does more than the work of a desk */
export function refuseRoleOfPost(units: UnitsKept | null, post: Pick<Post, 'roles'>, field?: string): void {
  if (units !== null && post.roles.some((role) => ABOVE_UNITS.includes(role))) throw units.refusal(field);
}

/** What of a post its unit's administrator leaves as the administrator of the office has set it. */
const OF_THE_OFFICE = ['auditedUnitIds', 'administeredUnitId', 'informationRole'] as const;
type Standing = Pick<Post, 'superiorPostId' | 'level' | 'roles' | (typeof OF_THE_OFFICE)[number]>;
/** As he enters one. */
const NEW_POST: Omit<Standing, 'level' | 'superiorPostId'> = {
  roles: ['dealing_hand'],
  auditedUnitIds: [],
  administeredUnitId: null,
  informationRole: null,
};

/**
 * A post of his units stays in them, below a post of them or below the one that it has, and does what it has done: a new one is a dealing
 * hand's.
 * @throws Refusal `not-allowed`, at the field
 */
export async function refuseBeyondUnits(
  tx: Transaction,
  units: UnitsKept | null,
  before: Standing | null,
  wanted: KeepPost,
): Promise<void> {
  if (units === null) return;
  if (!units.ids.has(wanted.unitId)) throw units.refusal('unitId');
  const standing = before ?? NEW_POST;
  if (!isSameList(wanted.roles, standing.roles)) throw units.refusal('roles');
  const changed = OF_THE_OFFICE.find((field) => !isSameList([wanted[field]].flat(), [standing[field]].flat()));
  if (changed !== undefined) throw units.refusal(changed);
  const { superiorPostId, level } = wanted;
  if (superiorPostId !== (before?.superiorPostId ?? null) || before === null) {
    const superior = superiorPostId === null ? null : await tx.find(Post, { id: superiorPostId });
    if (!superior || !units.ids.has(superior.unitId)) throw units.refusal('superiorPostId');
  } else if (superiorPostId === null && level !== before.level) {
    // Nobody stands above it, who would bound its level.
    throw units.refusal('level');
  }
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
