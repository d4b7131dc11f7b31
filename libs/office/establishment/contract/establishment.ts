import { Instant, oneLine, operation, PageQuery, Reason } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { UnitRef } from '../../organisation/contract/organisation';
import { INFORMATION_ROLES, ROLES } from '../../organisation/contract/vocabulary';

/** Markings and abbreviations: numbers and lists are made of them. */
export const ShortName = oneLine(30).regex(/^[^\s/]+$/u, 'name');
export const NameInBoth = (most: number) => z.strictObject({ hi: oneLine(most), en: oneLine(most) });

/** A section, branch or cell as its administrator sees it. */
export const UnitView = UnitRef.extend({
  abbreviationHi: z.string().nullable(),
  parentId: z.uuid().nullable(),
  /** How many posts it has, without those of the units below it. */
  posts: z.int(),
  /** Whoever lists it may rename, move and abolish it. */
  mayKeep: z.boolean(),
  abolishedAt: Instant.nullable(),
  version: z.int(),
}).meta({ id: 'UnitView' });
export type UnitView = z.infer<typeof UnitView>;

const unitFields = {
  abbreviation: ShortName,
  /** As numbers in Hindi print it; null where they print the other. */
  abbreviationHi: ShortName.nullable(),
  name: NameInBoth(200),
  /** Null at the top. */
  parentId: z.uuid().nullable(),
};

/** The reason names the order, or says why. */
export const KeepUnit = z.strictObject({ ...unitFields, reason: Reason }).meta({ id: 'KeepUnit' });
export type KeepUnit = z.infer<typeof KeepUnit>;

export const KeepPost = z
  .strictObject({
    marking: ShortName,
    /** As pages and lists in Hindi name it; null where they say the other. */
    markingHi: ShortName.nullable(),
    designation: NameInBoth(200),
    /** 1 is the head of the office. */
    level: z.int().min(1).max(20),
    unitId: z.uuid(),
    superiorPostId: z.uuid().nullable(),
    roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
    /** Of an auditor: the units whose files it audits; of none named, all. */
    auditedUnitIds: z.array(z.uuid()).max(2000),
    /** Of the administrator of a unit: he keeps it and those below it. */
    administeredUnitId: z.uuid().nullable(),
    informationRole: z.enum(INFORMATION_ROLES).nullable(),
    /** Printed below the signature of its holder. */
    phone: oneLine(100).nullable(),
    email: z.email().max(200).nullable(),
    reason: Reason,
  })
  .meta({ id: 'KeepPost' });
export type KeepPost = z.infer<typeof KeepPost>;

/** A post as its administrator changes it. What it has been called may be what nothing is called anew. */
export const PostRecord = KeepPost.omit({ reason: true })
  .extend({
    id: z.uuid(),
    marking: z.string(),
    markingHi: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    abolishedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'PostRecord' });
export type PostRecord = z.infer<typeof PostRecord>;

/** What would be left without a place if the post were abolished or its holder left. */
export const PostInUse = z
  .object({
    /** What lies on its desk or waits there, by kind. */
    waiting: z.object({
      files: z.int(),
      parked: z.int(),
      receipts: z.int(),
      letters: z.int(),
      questions: z.int(),
    }),
    /** Posts right below it. */
    below: z.int(),
    /** People who hold it now or are to. */
    holders: z.int(),
  })
  .meta({ id: 'PostInUse' });
export type PostInUse = z.infer<typeof PostInUse>;

/** A former name of a unit, a post or a person. */
export const FormerName = z
  .object({
    short: z.string(),
    shortHi: z.string().nullable(),
    name: z.object({ hi: z.string(), en: z.string() }),
    until: Instant,
  })
  .meta({ id: 'FormerName' });
export type FormerName = z.infer<typeof FormerName>;

export const PostDetails = z
  .object({ post: PostRecord, inUse: PostInUse, formerNames: z.array(FormerName) })
  .meta({ id: 'PostDetails' });
export type PostDetails = z.infer<typeof PostDetails>;

export const Abolish = z.strictObject({ reason: Reason }).meta({ id: 'Abolish' });
export type Abolish = z.infer<typeof Abolish>;

/** What was kept, and which version of it. */
export const Kept = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'Kept' });
export type Kept = z.infer<typeof Kept>;

/** How many files know of the changes of superiors that are not done yet. */
export const SuperiorChanges = z
  .object({
    changes: z.int(),
    /** Null until somebody has counted them. */
    files: z.int().nullable(),
    done: z.int(),
  })
  .meta({ id: 'SuperiorChanges' });
export type SuperiorChanges = z.infer<typeof SuperiorChanges>;

export const establishmentOperations = {
  listUnits: operation('GET', '/units', {
    summary: 'List the units of the office',
    query: PageQuery,
    answer: pageOf(UnitView),
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  createUnit: operation('POST', '/units', {
    summary: 'Create a unit',
    body: KeepUnit,
    answer: Kept,
    status: 201,
    changes: ['establishment'],
    event: 'organisation.unit_created',
    refuses: ['name-taken', 'unknown-unit', 'unit-abolished'],
  }),
  changeUnit: operation('PUT', '/units/:unitId', {
    summary: 'Rename or move a unit',
    body: KeepUnit,
    answer: Kept,
    ifMatch: 'required',
    changes: ['establishment'],
    event: 'organisation.unit_changed',
    refuses: ['name-taken', 'unknown-unit', 'unit-abolished', 'circle-of-units'],
  }),
  abolishUnit: operation('POST', '/units/:unitId/abolish', {
    summary: 'Abolish a unit that has no posts left',
    body: Abolish,
    answer: Kept,
    changes: ['establishment'],
    event: 'organisation.unit_abolished',
    refuses: ['unit-in-use', 'unit-abolished'],
  }),
  getPostDetails: operation('GET', '/posts/:postId/details', {
    summary: 'Show a post, its former names and what hangs on it',
    answer: PostDetails,
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  getSuperiorChanges: operation('GET', '/superior-changes', {
    summary: 'Show how many files know their new superiors',
    answer: SuperiorChanges,
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  createPost: operation('POST', '/posts', {
    summary: 'Create a post',
    body: KeepPost,
    answer: Kept,
    status: 201,
    changes: ['establishment'],
    event: 'organisation.post_created',
    refuses: [
      'name-taken',
      'unknown-unit',
      'unit-abolished',
      'unknown-post',
      'post-abolished',
      'superior-not-above',
      'information-role-taken',
    ],
  }),
  changePost: operation('PUT', '/posts/:postId', {
    summary: 'Rename, move or otherwise change a post',
    body: KeepPost,
    answer: Kept,
    ifMatch: 'required',
    changes: ['establishment', 'desk', 'waiting'],
    event: 'organisation.post_changed',
    refuses: [
      'name-taken',
      'unknown-unit',
      'unit-abolished',
      'unknown-post',
      'post-abolished',
      'superior-not-above',
      'information-role-taken',
      'circle-of-posts',
      'post-below-not-lower',
      'last-administrator',
    ],
  }),
  abolishPost: operation('POST', '/posts/:postId/abolish', {
    summary: 'Abolish a post whose desk is empty',
    body: Abolish,
    answer: Kept,
    changes: ['establishment'],
    event: 'organisation.post_abolished',
    refuses: ['post-in-use', 'post-abolished'],
  }),
};
