import { Bilingual, Day, Instant, operation, PageQuery, Reason, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { ClockStop } from '../../custody/contract/clocks';
import { Explanation, FileChanged } from '../../custody/contract/custody';
import { NoteContent } from '../../notes/contract/notes';
import { NOTE_UNFIT } from '../../notes/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef, type PostView } from '../../organisation/contract/organisation';
import { type ActionAsked, ACTIONS_ASKED, DECISIONS, URGENCIES } from '../../organisation/contract/vocabulary';

export const MOVEMENT_KINDS = [
  'created',
  'forwarded',
  'returned',
  'pulled_back',
  'closed',
  'reopened',
  'put_up_for_correction',
  'correction_returned',
  'recalled',
  'pulled_up',
  'carried',
  'redirected',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Sends the file on. `note` saves the composer's text first; `confirmNote` turns a yellow note green in the same act. */
export const ForwardFile = z
  .strictObject({
    toPostId: z.uuid(),
    /** Left out, it is `likelyAction`. */
    action: z.enum(ACTIONS_ASKED).optional(),
    urgency: z.enum(URGENCIES).optional(),
    dueOn: Day.optional(),
    remarks: typed(2000).optional(),
    note: NoteContent.optional(),
    confirmNote: z.boolean().default(false),
    explanation: Explanation.optional(),
  })
  .meta({ id: 'ForwardFile' });
export type ForwardFile = z.infer<typeof ForwardFile>;

/** Back to the post that sent it, with a reason. */
export const ReturnFile = z
  .strictObject({
    reason: Reason,
    note: NoteContent.optional(),
    confirmNote: z.boolean().default(false),
    explanation: Explanation.optional(),
  })
  .meta({ id: 'ReturnFile' });
export type ReturnFile = z.infer<typeof ReturnFile>;

/** Sends the file with its yellow note to a superior of the post, who corrects the note, returns it or makes it his own. */
export const PutUpForCorrection = z
  .strictObject({ toPostId: z.uuid(), remarks: typed(2000).optional(), explanation: Explanation.optional() })
  .meta({ id: 'PutUpForCorrection' });
export type PutUpForCorrection = z.infer<typeof PutUpForCorrection>;

/** The file goes back with the corrected note, with words or without. */
export const ReturnCorrection = z
  .strictObject({ remarks: typed(2000).optional(), explanation: Explanation.optional() })
  .meta({ id: 'ReturnCorrection' });
export type ReturnCorrection = z.infer<typeof ReturnCorrection>;

export const PullBackFile = z.strictObject({ reason: Reason.optional() }).meta({ id: 'PullBackFile' });
export type PullBackFile = z.infer<typeof PullBackFile>;

/** The sender asks for the file back after the other desk has opened it, or refuses one who asks; always with a reason. */
export const AskRecall = z.strictObject({ reason: Reason }).meta({ id: 'AskRecall' });
export type AskRecall = z.infer<typeof AskRecall>;
export const RefuseRecall = z.strictObject({ reason: Reason }).meta({ id: 'RefuseRecall' });
export type RefuseRecall = z.infer<typeof RefuseRecall>;

/** What becomes of a yellow note of the desk that gives the file back: official by this act, or kept aside on that desk. */
export const AgreeRecall = z
  .strictObject({ pendingNote: z.enum(['confirm', 'set_aside']).optional(), explanation: Explanation.optional() })
  .meta({ id: 'AgreeRecall' });
export type AgreeRecall = z.infer<typeof AgreeRecall>;

/** A superior takes the file from the desk of a post below. */
export const PullUpFile = z.strictObject({ reason: Reason }).meta({ id: 'PullUpFile' });
export type PullUpFile = z.infer<typeof PullUpFile>;

/** What one post asks of another unless it says otherwise: upwards one puts up, downwards and beside one asks for action. */
export function likelyAction(
  from: Pick<PostView, 'level' | 'superiorPostId'>,
  to: Pick<PostView, 'id' | 'level'>,
): ActionAsked {
  return to.id === from.superiorPostId || to.level < from.level ? 'put_up' : 'for_necessary_action';
}

export const Suggestion = z
  .object({
    post: PostId,
    holder: Bilingual.nullable(),
    why: z.enum(['superior', 'sender', 'opener', 'on_sheet', 'frequent', 'channel', 'way_back']),
    /** What is likely asked of it. */
    action: z.enum(ACTIONS_ASKED),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;

export const MovementView = z
  .object({
    sequence: z.int(),
    kind: z.enum(MOVEMENT_KINDS),
    from: PostId.nullable(),
    to: PostId.nullable(),
    by: ActorRef,
    at: Instant,
    action: z.enum(ACTIONS_ASKED).nullable(),
    urgency: z.enum(URGENCIES).nullable(),
    dueOn: Day.nullable(),
    remarks: z.string().nullable(),
    /** What the note decided that this act froze. */
    decision: z.enum(DECISIONS).nullable(),
    /** The post that decides, where that was a recommendation. */
    recommendedTo: PostId.nullable(),
    /** The posts of the channel, or of the sender's own line, that a forward left out; its remarks say why. */
    jumped: z.array(PostId),
    /** When the desk it went to first opened it. */
    openedAt: Instant.nullable(),
    /** For how many working days the desk had kept it that it left, without those for which the clock was stopped. */
    keptDays: z.int().nullable(),
    /** Why it was kept longer than the limit. */
    explanation: z.string().nullable(),
    /** The level of the post it went to. */
    toLevel: z.int().nullable(),
    /** When the clock of the desk it went to was stopped, and why. */
    stops: z.array(ClockStop),
  })
  .meta({ id: 'MovementView' });
export type MovementView = z.infer<typeof MovementView>;

export const movementOperations = {
  openFile: operation('POST', '/files/:fileId/open', {
    summary: 'Record that the desk has opened a file',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'movements'],
    move: 'open',
    event: 'file.opened',
  }),
  forwardFile: operation('POST', '/files/:fileId/forward', {
    summary: 'Forward a file to another desk',
    body: ForwardFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'forward',
    event: 'file.forwarded',
    refuses: [
      NOTE_UNFIT,
      'due-date-closed',
      'due-date-past',
      'explanation-needed',
      'jump-needs-reason',
      'level-needs-reason',
      'main-note-unknown',
      'note-unconfirmed',
      'note-unsigned',
      'post-takes-no-files',
      'to-oneself',
      'urgency-needs-officer',
      'urgency-not-in-use',
      'way-back-first',
    ],
  }),
  returnFile: operation('POST', '/files/:fileId/return', {
    summary: 'Return a file to the desk that sent it',
    body: ReturnFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'return',
    event: 'file.returned',
    refuses: [
      NOTE_UNFIT,
      'explanation-needed',
      'main-note-unknown',
      'no-sender',
      'note-unconfirmed',
      'note-unsigned',
      'way-back-first',
    ],
  }),
  pullBackFile: operation('POST', '/files/:fileId/pull-back', {
    summary: 'Pull back a file that was not opened yet',
    body: PullBackFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'pull_back',
    event: 'file.pulled_back',
    refuses: ['already-opened'],
  }),
  putUpForCorrection: operation('POST', '/files/:fileId/notes/pending/put-up', {
    summary: 'Put up a note to a superior for correction',
    body: PutUpForCorrection,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'put_up_for_correction',
    event: 'file.put_up_for_correction',
    refuses: [
      'explanation-needed',
      'no-note',
      'not-your-superior',
      'note-confirmed',
      'note-empty',
      'post-takes-no-files',
      'to-oneself',
      'unknown-post',
    ],
  }),
  returnCorrection: operation('POST', '/files/:fileId/notes/pending/return', {
    summary: 'Return a file with its note corrected',
    body: ReturnCorrection,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'return_correction',
    event: 'file.correction_returned',
    refuses: ['explanation-needed', 'no-note', 'no-sender'],
  }),
  askRecall: operation('POST', '/files/:fileId/recall', {
    summary: 'Ask for a file back that was opened elsewhere',
    body: AskRecall,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'ask_recall',
    event: 'file.recall_asked',
    refuses: ['not-opened-yet', 'recall-asked'],
  }),
  agreeRecall: operation('POST', '/files/:fileId/recall/agree', {
    summary: 'Give a file back to the desk that asks for it',
    body: AgreeRecall,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'agree_recall',
    event: 'file.recalled',
    refuses: [NOTE_UNFIT, 'explanation-needed', 'no-recall', 'note-unconfirmed', 'note-unsigned'],
  }),
  refuseRecall: operation('POST', '/files/:fileId/recall/refuse', {
    summary: 'Refuse to give a file back',
    body: RefuseRecall,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'refuse_recall',
    event: 'file.recall_refused',
    refuses: ['no-recall'],
  }),
  withdrawRecall: operation('POST', '/files/:fileId/recall/withdraw', {
    summary: 'Withdraw the request to have a file back',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'withdraw_recall',
    event: 'file.recall_withdrawn',
    refuses: ['no-recall'],
  }),
  pullUpFile: operation('POST', '/files/:fileId/pull-up', {
    summary: 'Take a file from the desk of a post below',
    body: PullUpFile,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'pull_up',
    event: 'file.pulled_up',
    refuses: ['not-your-subordinate'],
  }),
  listMovements: operation('GET', '/files/:fileId/movements', {
    summary: 'List the movements of a file',
    query: PageQuery,
    answer: pageOf(MovementView),
    shows: ['file', 'movements'],
  }),
};
