import { Day, Instant, operation, PageQuery, Reason, typed, WrittenText } from '@patravali/contract-base';
import { z } from 'zod';
import { FileChanged } from '../../custody/contract/custody';
import { NotePrepared } from '../../notes/contract/notes';
import { NOTE_UNFIT } from '../../notes/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { ActorRef, UnitRef } from '../../organisation/contract/organisation';
import { GRADINGS } from '../../organisation/contract/vocabulary';
import { KEY_UNFIT, NOT_SIGNED, SIGNER_BUSY } from '../../signing/contract/refusals';
import { SIGNED_WITH } from '../../signing/contract/signing-keys';

/** With more than that at once nobody consults: it is a circular. */
export const MOST_CONSULTED = 12;

/** What became of the question to one post. From `asked` it goes on once, and for good. */
export const CONSULTED_STATES = ['asked', 'answered', 'returned', 'withdrawn'] as const;
export type ConsultedState = (typeof CONSULTED_STATES)[number];

/** The copy of the file for those who are consulted: being made, there, or not to be made. */
export const SNAPSHOT_STATES = ['waiting', 'ready', 'failed'] as const;
export type SnapshotState = (typeof SNAPSHOT_STATES)[number];

const eachPostOnce = (posts: readonly { postId: string }[]) =>
  new Set(posts.map(({ postId }) => postId.toLowerCase())).size === posts.length;

/**
 * Asks several posts one question, each with a day of its own by which the answer is wanted. A unit is asked through the post
 * that heads it, which is named beside it.
 */
export const ConsultPosts = z
  .strictObject({
    question: typed(2000),
    posts: z
      .array(z.strictObject({ postId: z.uuid(), dueOn: Day, unitId: z.uuid().optional() }))
      .min(1)
      .max(MOST_CONSULTED)
      .refine(eachPostOnce, 'named-twice'),
    /** A yellow note in writing turns green by this act, and freezes with the question; without that it stands in the way. */
    confirmNote: z.boolean().default(true),
  })
  .meta({ id: 'ConsultPosts' });
export type ConsultPosts = z.infer<typeof ConsultPosts>;

/** These posts, or all that have not answered yet. */
export const WithdrawConsultation = z
  .strictObject({ reason: Reason, consultedIds: z.array(z.uuid()).min(1).max(200).optional() })
  .meta({ id: 'WithdrawConsultation' });
export type WithdrawConsultation = z.infer<typeof WithdrawConsultation>;

export const AnswerConsultation = z.strictObject({ text: WrittenText }).meta({ id: 'AnswerConsultation' });
export type AnswerConsultation = z.infer<typeof AnswerConsultation>;

export const PrepareOpinion = z.strictObject({ text: WrittenText, keyId: z.uuid() }).meta({ id: 'PrepareOpinion' });
export type PrepareOpinion = z.infer<typeof PrepareOpinion>;

export const SignOpinion = z.strictObject({ text: WrittenText, ...SIGNED_WITH }).meta({ id: 'SignOpinion' });
export type SignOpinion = z.infer<typeof SignOpinion>;

/** "Not for us", with the reason. */
export const ReturnConsultation = z.strictObject({ reason: Reason }).meta({ id: 'ReturnConsultation' });
export type ReturnConsultation = z.infer<typeof ReturnConsultation>;

/** One post that was asked. */
export const ConsultedPost = z
  .object({
    id: z.uuid(),
    post: PostId,
    /** The unit that was asked, through this post. */
    unit: UnitRef.nullable(),
    dueOn: Day,
    /** So many working days went by after the due day until it was answered, or until today. */
    lateBy: z.int(),
    state: z.enum(CONSULTED_STATES),
    /** Who answered, returned or withdrew it. */
    by: ActorRef.nullable(),
    at: Instant.nullable(),
    /** Why it was returned or withdrawn. */
    reason: z.string().nullable(),
    /** The number of the note that is the opinion. */
    note: z.int().nullable(),
  })
  .meta({ id: 'ConsultedPost' });
export type ConsultedPost = z.infer<typeof ConsultedPost>;

/** A question that was asked on a file, as its readers see it. */
export const Consultation = z
  .object({
    id: z.uuid(),
    /** Within the file, from 1. */
    sequence: z.int(),
    question: z.string(),
    by: ActorRef,
    at: Instant,
    snapshot: z.enum(SNAPSHOT_STATES),
    /** Of the snapshot. */
    documentId: z.uuid().nullable(),
    consulted: z.array(ConsultedPost),
  })
  .meta({ id: 'Consultation' });
export type Consultation = z.infer<typeof Consultation>;

/** What a consulted post reads: the question and the snapshot, and of the file nothing else. */
export const Question = z
  .object({
    /** Of the consulted post. */
    id: z.uuid(),
    fileNumber: z.string(),
    subject: z.string(),
    grading: z.enum(GRADINGS),
    question: z.string(),
    by: ActorRef,
    at: Instant,
    /** The unit that is asked, through the acting post. */
    unit: UnitRef.nullable(),
    dueOn: Day,
    lateBy: z.int(),
    snapshot: z.enum(SNAPSHOT_STATES),
    documentId: z.uuid().nullable(),
    /** The pages of the snapshot. */
    pages: z.int().nullable(),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;

export const QuestionView = Question.extend({
  /** In this office the opinion is given with the signature of its author. */
  signedNotes: z.boolean(),
  posts: Posts,
}).meta({ id: 'QuestionView' });
export type QuestionView = z.infer<typeof QuestionView>;

/** The number that the opinion has on the sheet. */
export const OpinionGiven = z.object({ id: z.uuid(), note: z.int() }).meta({ id: 'OpinionGiven' });
export type OpinionGiven = z.infer<typeof OpinionGiven>;

/** The ids of the consulted posts, in the order in which they were named. */
export const PostsConsulted = FileChanged.extend({ consultedIds: z.array(z.uuid()) }).meta({ id: 'PostsConsulted' });
export type PostsConsulted = z.infer<typeof PostsConsulted>;

export const consultationOperations = {
  consultPosts: operation('POST', '/files/:fileId/consultations', {
    summary: 'Ask other posts for their opinion on a file',
    body: ConsultPosts,
    answer: PostsConsulted,
    status: 201,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'consultations', 'parkings', 'pending-note'],
    move: 'consult',
    event: 'consultation.asked',
    refuses: [
      NOTE_UNFIT,
      'already-consulted',
      'due-date-closed',
      'due-date-past',
      'not-head-of-unit',
      'note-unconfirmed',
      'note-unsigned',
      'nothing-to-ask-about',
      'post-takes-no-files',
      'question-before-decision',
      'to-oneself',
      'unknown-unit',
    ],
  }),
  listConsultations: operation('GET', '/files/:fileId/consultations', {
    summary: 'List the consultations on a file',
    query: PageQuery,
    answer: pageOf(Consultation),
    shows: ['consultations'],
  }),
  withdrawConsultation: operation('POST', '/files/:fileId/consultations/withdraw', {
    summary: 'Withdraw a consultation',
    body: WithdrawConsultation,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'consultations', 'parkings'],
    move: 'withdraw_consultation',
    event: 'consultation.withdrawn',
    refuses: ['consultation-ended', 'nobody-consulted'],
  }),
  listQuestions: operation('GET', '/consultations', {
    summary: 'List the questions that await an answer of the desk',
    description: 'The most pressing first.',
    query: PageQuery,
    answer: pageOf(Question),
    shows: ['waiting', 'questions'],
  }),
  getQuestion: operation('GET', '/consultations/:consultedId', {
    summary: 'Show a question with what may be read for it',
    answer: QuestionView,
    shows: ['waiting'],
  }),
  answerConsultation: operation('POST', '/consultations/:consultedId/answer', {
    summary: 'Give an opinion',
    body: AnswerConsultation,
    answer: OpinionGiven,
    status: 201,
    changes: ['questions'],
    event: 'consultation.answered',
    refuses: ['consultation-ended', 'note-empty', 'opinion-unsigned', 'reference-to-nowhere', 'snapshot-not-ready'],
  }),
  prepareOpinion: operation('POST', '/consultations/:consultedId/prepare', {
    summary: 'Prepare an opinion for signing by a token',
    description: 'Changes nothing: answers what the token of the author has to sign.',
    body: PrepareOpinion,
    answer: NotePrepared,
    perMinute: 60,
    changes: [],
    refuses: [SIGNER_BUSY, KEY_UNFIT, 'consultation-ended', 'note-empty', 'reference-to-nowhere', 'snapshot-not-ready'],
  }),
  signOpinion: operation('POST', '/consultations/:consultedId/sign', {
    summary: 'Give an opinion and sign it',
    body: SignOpinion,
    answer: OpinionGiven,
    status: 201,
    perMinute: 120,
    confirmed: true,
    changes: ['questions'],
    event: 'consultation.answered',
    refuses: [
      SIGNER_BUSY,
      KEY_UNFIT,
      NOT_SIGNED,
      'consultation-ended',
      'note-empty',
      'opinion-unsigned',
      'reference-to-nowhere',
      'snapshot-not-ready',
    ],
  }),
  returnConsultation: operation('POST', '/consultations/:consultedId/return', {
    summary: 'Return a question without an opinion',
    body: ReturnConsultation,
    answer: z.object({ id: z.uuid() }).meta({ id: 'ConsultationReturned' }),
    changes: ['questions'],
    event: 'consultation.returned',
    refuses: ['consultation-ended'],
  }),
};
