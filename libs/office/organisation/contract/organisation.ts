import { Bilingual, Day, Instant, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from './list';
import { PostId, PostRef } from './named-posts';
import { END_CAUSES, HALVES, ROLES, START_CAUSES, TENURE_KINDS } from './vocabulary';

export const UnitRef = z.object({ id: z.uuid(), abbreviation: z.string(), name: Bilingual }).meta({ id: 'UnitRef' });
export type UnitRef = z.infer<typeof UnitRef>;

/** A post one can send to, with who holds it today; null when it is vacant. */
export const PostView = PostRef.extend({
  level: z.int(),
  unitId: z.uuid(),
  superiorPostId: z.uuid().nullable(),
  roles: z.array(z.enum(ROLES)),
  holder: Bilingual.nullable(),
}).meta({ id: 'PostView' });
export type PostView = z.infer<typeof PostView>;

/** Who acted: the person, the post, and for whom if the post was not their own. */
export const ActorRef = z
  .object({
    name: Bilingual,
    post: PostId,
    capacity: z.enum(TENURE_KINDS),
    /** For whom a link officer acted, "A for B"; under which clerk an operator worked. */
    actingFor: Bilingual.nullable(),
  })
  .meta({ id: 'ActorRef' });
export type ActorRef = z.infer<typeof ActorRef>;

export const NumberHead = z
  .object({
    id: z.uuid(),
    /** A letter where two parts follow, else the whole code. */
    basic: z.string(),
    primary: z.string().nullable(),
    secondary: z.string().nullable(),
    tertiary: z.string().nullable(),
    /** `A-11011`, as the file number prints it. */
    series: z.string(),
    title: Bilingual,
  })
  .meta({ id: 'NumberHead' });
export type NumberHead = z.infer<typeof NumberHead>;

/** That a person holds or held a post: from when until when, both days included, in which capacity, why and by which orders. */
export const TenureView = z
  .object({
    id: z.uuid(),
    postId: z.uuid(),
    person: Bilingual,
    username: z.string(),
    kind: z.enum(TENURE_KINDS),
    fromOn: Day,
    fromHalf: z.enum(HALVES),
    untilOn: Day.nullable(),
    /** Null while no last day is known. */
    untilHalf: z.enum(HALVES).nullable(),
    /** Ended within its last day. */
    endedAt: Instant.nullable(),
    startCause: z.enum(START_CAUSES).nullable(),
    /** Of a link officer: on what duty the holder is meanwhile; null where he is on leave. */
    duty: z.string().nullable(),
    endCause: z.enum(END_CAUSES).nullable(),
    /** Of an operator: the clerk under whom he works. */
    under: Bilingual.nullable(),
    orderReference: z.string().nullable(),
    endOrder: z.string().nullable(),
  })
  .meta({ id: 'TenureView' });
export type TenureView = z.infer<typeof TenureView>;

/** A post with who holds and held it, the latest first. */
export const PostTenures = PostView.extend({
  tenures: z.array(TenureView),
  /** Whoever lists it may change and abolish it, give charge of it and relieve. */
  mayKeep: z.boolean(),
}).meta({ id: 'PostTenures' });
export type PostTenures = z.infer<typeof PostTenures>;

export const ListTenures = PageQuery.extend({
  /** Part of a marking, of a designation, or of the name of a holder. */
  q: oneLine(100).optional(),
  /** The posts of this unit. */
  unitId: z.uuid().optional(),
});
export type ListTenures = z.infer<typeof ListTenures>;

/** From which post somebody is no longer on leave. */
export const LeaveEnded = z.object({ postId: z.uuid() }).meta({ id: 'LeaveEnded' });
export type LeaveEnded = z.infer<typeof LeaveEnded>;

export const organisationOperations = {
  listPosts: operation('GET', '/posts', {
    summary: 'List the posts of the office',
    query: PageQuery,
    answer: pageOf(PostView),
    shows: ['establishment'],
  }),
  listTenures: operation('GET', '/tenures', {
    summary: 'List the posts with who holds and held them',
    query: ListTenures,
    answer: pageOf(PostTenures),
    shows: ['establishment'],
    refuses: ['not-allowed'],
  }),
  listNumberHeads: operation('GET', '/number-heads', {
    summary: 'List the heads under which files are numbered',
    query: PageQuery,
    answer: pageOf(NumberHead),
    shows: ['numbers'],
  }),
  endLeave: operation('POST', '/leave/end', {
    summary: 'End one’s own leave from a post',
    description:
      'Whoever is on leave from the acting post acts from it again, and the link officer does not any more. The next leave is an arrangement of its own.',
    answer: LeaveEnded,
    onLeave: true,
    changes: ['absence', 'desk', 'waiting'],
    event: 'user.leave_ended',
    refuses: ['not-on-leave', 'attached-by-order'],
  }),
};
