import { Instant, oneLine, operation, PageQuery, plainText, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import type { DraftContent } from './drafts';

/** The parts of a letter in which a passage can be marked. */
export const MARKED_PARTS = ['subject', 'body', 'english_subject', 'english_body'] as const;
export type MarkedPart = (typeof MARKED_PARTS)[number];

/** Some words of one line of a draft: which of the places where that part says them, from 1. */
export const Passage = z
  .strictObject({ part: z.enum(MARKED_PARTS), quote: oneLine(500), occurrence: z.int().min(1).max(10_000) })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof Passage>;

/** Longer is a note of its own. */
const CommentWords = typed(2000);

export const CommentDraft = z
  .strictObject({
    /** Null is about the draft as a whole. */
    passage: Passage.nullable().default(null),
    words: CommentWords,
    /** Who may read it beside its author; null is for everybody who may read the draft. */
    toPostIds: z
      .array(z.uuid().toLowerCase())
      .min(1)
      .max(20)
      .refine((ids) => new Set(ids).size === ids.length, 'named-twice')
      .nullable()
      .default(null),
  })
  .meta({ id: 'CommentDraft' });
export type CommentDraft = z.infer<typeof CommentDraft>;

export const AnswerDraftComment = z.strictObject({ words: CommentWords }).meta({ id: 'AnswerDraftComment' });
export type AnswerDraftComment = z.infer<typeof AnswerDraftComment>;

export const DraftCommentAnswer = z
  .object({ id: z.uuid(), words: z.string(), by: ActorRef, at: Instant })
  .meta({ id: 'DraftCommentAnswer' });
export type DraftCommentAnswer = z.infer<typeof DraftCommentAnswer>;

export const DraftComment = z
  .object({
    id: z.uuid(),
    /** The version of the text on which it was made. */
    draftVersion: z.int(),
    passage: Passage.nullable(),
    words: z.string(),
    by: ActorRef,
    at: Instant,
    /** Who may read it, its author among them; null is everybody who may read the draft. */
    readers: z.array(PostId).nullable(),
    answers: z.array(DraftCommentAnswer),
    resolved: z.object({ by: ActorRef, at: Instant }).nullable(),
    mayAnswer: z.boolean(),
    mayResolve: z.boolean(),
  })
  .meta({ id: 'DraftComment' });
export type DraftComment = z.infer<typeof DraftComment>;

export const DraftCommentChanged = z.object({ id: z.uuid() }).meta({ id: 'DraftCommentChanged' });
export type DraftCommentChanged = z.infer<typeof DraftCommentChanged>;

/** What that part says, as it is looked through for a passage. */
export function textOfMarkedPart({ subject, body, english }: DraftContent, part: MarkedPart): string {
  switch (part) {
    case 'subject':
      return subject;
    case 'body':
      return plainText(body);
    case 'english_subject':
      return english?.subject ?? '';
    case 'english_body':
      return english ? plainText(english.body) : '';
  }
}

/**
 * Which occurrence of its words the passage is in this letter; null when they are gone. Where some of the same words went, it
 * is the last of those that are left.
 */
export function findPassage(content: DraftContent, { part, quote, occurrence }: Passage): number | null {
  const there = placesOf(textOfMarkedPart(content, part).normalize('NFC'), quote.normalize('NFC')).length;
  return there === 0 ? null : Math.min(there, occurrence);
}

/** Where a text says these words, in their order: from, until. Which spaces stand between them is nothing that is read. */
export function placesOf(text: string, quote: string): (readonly [number, number])[] {
  const words = quote.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const all = text.matchAll(new RegExp(words.join('\\s+'), 'gu'));
  return Array.from(all, (match) => [match.index, match.index + match[0].length]);
}

export const draftCommentOperations = {
  listDraftComments: operation('GET', '/drafts/:draftId/comments', {
    summary: 'List the comments on a draft',
    description: 'As far as they are meant for the acting post, oldest first.',
    query: PageQuery,
    answer: pageOf(DraftComment),
    shows: ['draft-comments'],
  }),
  commentDraft: operation('POST', '/drafts/:draftId/comments', {
    summary: 'Comment on a passage of a draft',
    body: CommentDraft,
    answer: DraftCommentChanged,
    status: 201,
    changes: ['draft-comments', 'history'],
    event: 'draft.commented',
    refuses: ['comments-ended', 'not-a-reader', 'passage-gone', 'unknown-post'],
  }),
  answerDraftComment: operation('POST', '/draft-comments/:commentId/answers', {
    summary: 'Answer a comment on a draft',
    body: AnswerDraftComment,
    answer: DraftCommentChanged,
    status: 201,
    changes: ['draft-comments', 'history'],
    event: 'draft.comment_answered',
    refuses: ['comment-resolved', 'comments-ended'],
  }),
  resolveDraftComment: operation('POST', '/draft-comments/:commentId/resolve', {
    summary: 'Resolve a comment on a draft',
    answer: DraftCommentChanged,
    changes: ['draft-comments', 'history'],
    event: 'draft.comment_resolved',
    refuses: ['comment-resolved', 'comments-ended'],
  }),
};
