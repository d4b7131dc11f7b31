import { Bilingual, Instant, operation, PageQuery, StructuredText, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { TakenBack } from '../../custody/contract/custody';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { DECISIONS } from '../../organisation/contract/vocabulary';

/** With more than that nobody discusses: it is a meeting, and has minutes. */
export const MOST_DISCUSSED_WITH = 12;

/** Whether somebody who took part remembers it as it is noted. */
export const DISCUSSION_ANSWERS = ['confirmed', 'not_confirmed'] as const;
export type DiscussionAnswer = (typeof DISCUSSION_ANSWERS)[number];

/** Whoever does not confirm says why: `remarks` has words. */
export const AnswerDiscussion = z
  .strictObject({ answer: z.enum(DISCUSSION_ANSWERS), remarks: typed(1_000).nullable().default(null) })
  .refine(({ answer, remarks }) => answer === 'confirmed' || remarks !== null, {
    error: 'discussion-needs-remarks',
    path: ['remarks'],
  })
  .meta({ id: 'AnswerDiscussion' });
export type AnswerDiscussion = z.infer<typeof AnswerDiscussion>;

/** What somebody who took part answered. */
export const DiscussionAnswered = z
  .object({
    answer: z.enum(DISCUSSION_ANSWERS),
    remarks: z.string().nullable(),
    by: ActorRef,
    at: Instant,
  })
  .meta({ id: 'DiscussionAnswered' });
export type DiscussionAnswered = z.infer<typeof DiscussionAnswered>;

/** Who took part: a post, and the person who held it when the note was frozen. */
export const DiscussionParticipant = z
  .object({ post: PostId, person: Bilingual, answered: DiscussionAnswered.nullable() })
  .meta({ id: 'DiscussionParticipant' });
export type DiscussionParticipant = z.infer<typeof DiscussionParticipant>;

/** A discussion note as those read it who took part: that note alone, wherever its file lies. */
export const Discussion = z
  .object({
    /** Of the note. */
    id: z.uuid(),
    fileNumber: z.string(),
    /** Null unless the reader may read the file. */
    file: z.object({ id: z.uuid(), subject: z.string() }).nullable(),
    note: z.int(),
    firstParagraph: z.int().nullable(),
    text: StructuredText,
    decision: z.enum(DECISIONS).nullable(),
    /** The post that decides, where that is a recommendation. */
    recommendedTo: PostId.nullable(),
    /** Who took the decision back before it was opened. */
    takenBack: TakenBack.nullable(),
    author: ActorRef,
    frozenAt: Instant,
    /** What the reader answered; null until then. */
    answered: DiscussionAnswered.nullable(),
  })
  .meta({ id: 'Discussion' });
export type Discussion = z.infer<typeof Discussion>;

export const DiscussionsQuery = PageQuery.extend({ open: z.stringbool().optional() });
export type DiscussionsQuery = z.infer<typeof DiscussionsQuery>;

export const discussionOperations = {
  listDiscussions: operation('GET', '/discussions', {
    summary: 'List the discussions in which the person took part',
    description:
      'Those in which the person took part from the acting post, the latest first; with `open` only what awaits an answer.',
    query: DiscussionsQuery,
    answer: pageOf(Discussion),
    shows: ['waiting'],
  }),
  answerDiscussion: operation('POST', '/discussions/:noteId/answer', {
    summary: 'Confirm a discussion note, or say what differs',
    body: AnswerDiscussion,
    answer: z.object({ id: z.uuid() }).meta({ id: 'DiscussionChanged' }),
    status: 201,
    changes: ['discussions'],
    event: 'discussion.answered',
    refuses: ['discussion-answered'],
  }),
};
