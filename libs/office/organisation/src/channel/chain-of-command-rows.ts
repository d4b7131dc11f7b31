import { Bilingual, Day, ROLES } from '@patravali/contract';
import { projection } from '@patravali/database';
import { z } from 'zod';

export const LineRow = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  level: z.int(),
  superiorPostId: z.uuid().nullable(),
  superiorPostIds: z.array(z.uuid()),
  roles: z.array(z.enum(ROLES)),
});
export type LineRow = z.infer<typeof LineRow>;

const LINE_ROW = projection(LineRow, {
  id: 'post.id',
  marking: 'post.marking',
  markingHi: 'post.marking_hi',
  level: 'post.level',
  superiorPostId: 'post.superior_post_id',
  superiorPostIds: 'to_jsonb(post.superior_post_ids)',
  roles: 'to_jsonb(post.roles)',
});

/**
 * These posts and all above them, as a JSON list of `LineRow`.
 * @param ids an expression: an array of ids, in which some may be null.
 */
export const postsInLine = (organisationId: string, ids: string): string => inLine(LINE_ROW.json, organisationId, ids);

const inLine = (row: string, organisationId: string, ids: string) => `(SELECT COALESCE(json_agg(${row}), '[]')
  FROM post WHERE post.organisation_id = ${organisationId} AND post.abolished_at IS NULL AND post.id = ANY (ARRAY(SELECT unnest(low.id || low.superior_post_ids)
    FROM post low WHERE low.organisation_id = ${organisationId} AND low.id = ANY (${ids}))))`;

export const HeldLineRow = LineRow.extend({ holder: Bilingual.nullable() });
export type HeldLineRow = z.infer<typeof HeldLineRow>;
const HELD = LINE_ROW.with({ holder: Bilingual.nullable() }, { holder: 'post_holder(post.id)' });

/** The same with who holds each post today. */
export const heldPostsInLine = (organisationId: string, ids: string): string => inLine(HELD.json, organisationId, ids);

export const PowerRow = z.object({
  levels: z.array(z.int()),
  finalPostId: z.uuid().nullable(),
  fromOn: Day,
  reason: z.string().nullable(),
});
export type PowerRow = z.infer<typeof PowerRow>;

/** The power that holds today in India for the category whose id this expression gives, as a `PowerRow`; null without one. */
export const powerToday = (organisationId: string, categoryId: string): string =>
  `(SELECT json_build_object('levels', d.levels, 'finalPostId', d.final_post_id, 'fromOn', d.from_on, 'reason', d.reason)
    FROM power_delegation d
    WHERE d.organisation_id = ${organisationId} AND d.category_id = ${categoryId} AND d.from_on <= india_today()
    ORDER BY d.from_on DESC LIMIT 1)`;

/** The post that the power of today names as the final authority; null without one. */
export const finalPostToday = (organisationId: string, categoryId: string): string =>
  `(SELECT d.final_post_id FROM power_delegation d
    WHERE d.organisation_id = ${organisationId} AND d.category_id = ${categoryId} AND d.from_on <= india_today()
    ORDER BY d.from_on DESC LIMIT 1)`;

/** The contract's `CaseCategoryRef`; null without a category. */
export const caseCategoryRef = (categoryId: string): string =>
  `(SELECT json_build_object('id', k.id, 'code', k.code, 'name', json_build_object('hi', k.name_hi, 'en', k.name_en))
    FROM case_category k WHERE k.id = ${categoryId})`;

/** A post as who decides is told, and compared by its level. */
export const RankedPost = z.object({
  id: z.uuid(),
  marking: z.string(),
  markingHi: z.string().nullable(),
  level: z.int(),
});
export type RankedPost = z.infer<typeof RankedPost>;

/** The post of this id as a `RankedPost`; null of none. The id is reckoned once. */
export const rankedPost = (id: string): string =>
  `(SELECT json_build_object('id', p.id, 'marking', p.marking, 'markingHi', p.marking_hi, 'level', p.level) FROM post p WHERE p.id = (SELECT ${id}))`;

/** Who decides today in the place of the post, on a case of the category, as an id: see `deciding_post`. */
export const decidingPost = (organisationId: string, categoryId: string, postId: string): string =>
  `deciding_post(${organisationId}, ${categoryId}, ${postId})`;
