import { Bilingual, Day, oneLine, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from './list';
import { PostId, Posts } from './named-posts';
import { UnitRef } from './organisation';

/**
 * So many levels a ladder has without a reason, and so many a case climbs above the one where it began. Whoever brings a case
 * without a ladder to one more says why.
 */
export const MOST_LEVELS = 4;

/** A level of posts: 1 is the head of the office. */
const Level = z.int().min(1).max(20);

/** The levels that a case climbs, from the first above the dealing hand up to the final authority. */
export const Ladder = z
  .array(Level)
  .min(1)
  .max(20)
  .refine((levels) => levels.every((level, index) => index === 0 || level < (levels[index - 1] ?? 0)), 'ladder');

/** Who disposes of a kind of case, from a day on: the highest level of the ladder, or one post there. */
export const Power = z.object({
  fromOn: Day,
  levels: z.array(Level),
  finalPost: PostId.nullable(),
  /** Why the ladder has more levels than `MOST_LEVELS`. */
  reason: z.string().nullable(),
});
export type Power = z.infer<typeof Power>;

export const CaseCategoryRef = z
  .object({ id: z.uuid(), code: z.string(), name: Bilingual })
  .meta({ id: 'CaseCategoryRef' });
export type CaseCategoryRef = z.infer<typeof CaseCategoryRef>;

/** A kind of case with all its powers, past and to come, the earliest first. */
export const CaseCategory = CaseCategoryRef.extend({ unit: UnitRef.nullable(), powers: z.array(Power) }).meta({
  id: 'CaseCategory',
});
export type CaseCategory = z.infer<typeof CaseCategory>;

const typedName = oneLine(200);

/** Adds a kind of case or brings the one of this code up to date, and so each power by its day. Nothing is removed. */
export const KeepCaseCategory = z
  .strictObject({
    code: oneLine(30).regex(/^[^\s/]+$/u, 'name'),
    /** Refused where a kind of case bears this code already, which would be changed otherwise. */
    isNew: z.boolean().optional(),
    name: z.strictObject({ hi: typedName, en: typedName }),
    /** The unit whose cases these are; null for the whole office. */
    unitId: z.uuid().nullable().default(null),
    powers: z
      .array(
        z.strictObject({
          fromOn: Day,
          levels: Ladder,
          finalPostId: z.uuid().nullable().default(null),
          /** Asked for of a ladder of more levels than `MOST_LEVELS`. */
          reason: Reason.nullable().optional(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'KeepCaseCategory' });
export type KeepCaseCategory = z.infer<typeof KeepCaseCategory>;

export const CaseCategoryKept = z
  .object({ id: z.uuid(), added: z.int(), changed: z.int() })
  .meta({ id: 'CaseCategoryKept' });
export type CaseCategoryKept = z.infer<typeof CaseCategoryKept>;

/** A post on the way of a case. */
export const Rung = z
  .object({
    post: PostId,
    level: z.int(),
    holder: Bilingual.nullable(),
    /** It disposes of the case. */
    isFinal: z.boolean(),
  })
  .meta({ id: 'Rung' });
export type Rung = z.infer<typeof Rung>;

/** `owed`: the file jumped this post, and passes it on its way back. */
export const RUNG_STATES = ['passed', 'here', 'owed', 'ahead'] as const;
export type RungState = (typeof RUNG_STATES)[number];

/** The ladder of a file, from the post that opened it, and what lies before the post that holds it. */
export const FileChannel = z
  .object({
    rungs: z.array(Rung.extend({ state: z.enum(RUNG_STATES) })),
    /** The superiors of the acting post through which it goes up from there; empty for whoever does not hold it. */
    ahead: z.array(z.object({ post: PostId, level: z.int() })),
  })
  .meta({ id: 'FileChannel' });
export type FileChannel = z.infer<typeof FileChannel>;

/** The posts that a forward to `to` leaves out, of those of a ladder that lie ahead: all below it. */
export function jumpedBy<Ahead extends { readonly level: number; readonly id: string }>(
  ahead: readonly Ahead[],
  to: Pick<Ahead, 'id' | 'level'>,
): Ahead[] {
  return ahead.filter(({ id, level }) => id !== to.id && level > to.level);
}

/**
 * The same without a ladder, of the superiors of the sending post, the nearest first: all before `to`, if it is one of them.
 */
export function leftOutBy<Superior extends { readonly id: string }>(
  line: readonly Superior[],
  to: Pick<Superior, 'id'>,
): Superior[] {
  const place = line.findIndex(({ id }) => id === to.id);
  return place < 0 ? [] : line.slice(0, place);
}

export const WayQuery = z.strictObject({ categoryId: z.uuid(), fromPostId: z.uuid() });
export type WayQuery = z.infer<typeof WayQuery>;

/** A case of this kind from this post goes so, today. */
export const Way = z
  .object({
    /** Since when this power holds; null when none holds today. */
    fromOn: Day.nullable(),
    /** Why its ladder has more levels than `MOST_LEVELS`. */
    reason: z.string().nullable(),
    /** The post that begins, and those above it in their order; without any it disposes of the case itself. */
    rungs: z.array(Rung),
    /** How many distinct levels the case passes. */
    levels: z.int(),
    posts: Posts,
  })
  .meta({ id: 'Way' });
export type Way = z.infer<typeof Way>;

const LevelCount = z.object({
  files: z.int(),
  /** Null without files. */
  mean: z.number().nullable(),
  /** How many files passed so many levels, from the fewest levels on. */
  distribution: z.array(z.object({ levels: z.int(), files: z.int() })),
});

/** Distinct levels per file; files above normal are left out. */
export const LevelFigures = z
  .object({
    /** Of the files of these units; null: of the whole office. */
    units: z.array(UnitRef).nullable(),
    /** Of files closed within the last year. */
    closed: LevelCount,
    /** Of files that moved within the last year. */
    moved: LevelCount,
  })
  .meta({ id: 'LevelFigures' });
export type LevelFigures = z.infer<typeof LevelFigures>;

export const channelOperations = {
  listCaseCategories: operation('GET', '/case-categories', {
    summary: 'List the case categories and who disposes of them',
    query: PageQuery,
    answer: pageOf(CaseCategory),
    shows: ['case-categories'],
  }),
  keepCaseCategory: operation('POST', '/case-categories', {
    summary: 'Add or change a case category',
    body: KeepCaseCategory,
    answer: CaseCategoryKept,
    changes: ['case-categories'],
    event: 'organisation.case_category_kept',
    refuses: ['category-code-taken', 'ladder-needs-reason', 'unknown-post', 'unknown-unit'],
  }),
  getWay: operation('GET', '/channel/way', {
    summary: 'Show through which posts a case of a category goes',
    query: WayQuery,
    answer: Way,
    shows: ['case-categories'],
    refuses: ['unknown-category', 'unknown-post'],
  }),
  getLevelFigures: operation('GET', '/channel/levels', {
    summary: 'Count how many levels files pass',
    description: 'Of the whole office for its head, administrators and auditors; for other officers of their units.',
    answer: LevelFigures,
    refuses: ['not-allowed'],
  }),
};
