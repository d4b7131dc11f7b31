import { Bilingual, Day, Instant, oneLine, operation, Reason, RegisterQuery, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { DIARY_NUMBER_OR_NONE } from '../../dak/contract/diary-number';
import { EnclosedDocument } from '../../documents/contract/enclosures';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { LETTER_LANGUAGES } from '../../organisation/contract/vocabulary';
import { Addressee } from '../../letters/contract/addressee';
import { LetterSignatureView } from '../../letters/contract/letter-signature';
import { OF_WHOM } from '../../letters/contract/whose-letters';
import { REVOCATION_CHECKS } from '../../signing/contract/signing-keys';
import { DispatchReport } from './reports';
import { IssueChanged, Withdrawn } from '../../letters/contract/withdrawals';

/** `within_office`: it arrives at a post of this office as a receipt. */
export const DISPATCH_MODES = ['email', 'within_office', 'by_hand', 'post', 'registered_post', 'speed_post'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

/** What the post office carries: only this has a tracking number and costs postage. */
export const POSTED_MODES = ['post', 'registered_post', 'speed_post'] as const satisfies readonly DispatchMode[];

export function isPosted(mode: DispatchMode): boolean {
  return POSTED_MODES.some((posted) => posted === mode);
}

/** In paise, so that sums are exact; up to 10,000 rupees. */
const Postage = z.int().min(0).max(1_000_000);

/** What became of a number of the register: the letter is being made, went out, or the number was cancelled. */
export const ISSUE_STATES = ['numbered', 'issued', 'cancelled'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

export const DISPATCH_STATES = ['queued', 'sent', 'delivered', 'returned', 'failed'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

/** What became of the letter for one addressee; a dispatch that failed or came back is to be sent again. */
export const SENDING_STATES = ['to_send', 'queued', 'sent', 'not_to_be_sent'] as const;
export type SendingState = (typeof SENDING_STATES)[number];

export const DispatchView = z
  .object({
    id: z.uuid(),
    /** Counts the dispatches of the letter from 1, under its number: what is sent again gets the next. */
    ordinal: z.int(),
    mode: z.enum(DISPATCH_MODES),
    state: z.enum(DISPATCH_STATES),
    /** The address that the letter was mailed to. */
    email: z.string().nullable(),
    /** Within the office: the post at which it arrived, and its number in the diary there. */
    to: PostId.nullable(),
    ...DIARY_NUMBER_OR_NONE,
    /** In paise. */
    postage: z.int().nullable(),
    trackingNumber: z.string().nullable(),
    at: Instant,
    by: ActorRef,
    sentAt: Instant.nullable(),
    /** When it was delivered or came back. */
    endedAt: Instant.nullable(),
    /** Why it was not sent, or why it came back. */
    failure: z.string().nullable(),
    /** What a mail server says, of a mail that nobody has said more of. */
    report: DispatchReport.nullable(),
    /** How many times the mail server had the mail and its answer was lost: it may have arrived as often. */
    unansweredAttempts: z.int(),
    /** Why whoever was mailed it could not be told that it no longer holds. */
    notTold: z.string().nullable(),
  })
  .meta({ id: 'DispatchView' });
export type DispatchView = z.infer<typeof DispatchView>;

/** One addressee, or one who gets a copy: where a mail to them may go, and what became of the letter. */
export const Sending = z
  .object({
    /** Counts through the addressees, then the copies, from 0. */
    recipient: z.int(),
    addressee: Addressee,
    asCopy: z.boolean(),
    /** The addressee's own copy of the letter, as a document; null of who gets the letter itself. */
    ownCopyId: z.uuid().nullable(),
    state: z.enum(SENDING_STATES),
    /** The address that was confirmed, else the one of the approved letter. */
    email: z.string().nullable(),
    confirmed: z.object({ by: ActorRef, at: Instant }).nullable(),
    notToBeSent: z.object({ reason: z.string(), by: ActorRef, at: Instant }).nullable(),
    /** The oldest first. */
    dispatches: z.array(DispatchView),
  })
  .meta({ id: 'Sending' });
export type Sending = z.infer<typeof Sending>;

export const IssueEntry = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(ISSUE_STATES),
  issuedOn: Day,
  subject: z.string(),
  language: z.enum(LETTER_LANGUAGES),
  addressee: z.string(),
  /** The post whose name it bears. */
  signatory: PostId,
  approvedBy: ActorRef,
  issuedBy: ActorRef,
  /** Stands on the letter: whoever sees the letter sees it. */
  fileNumber: z.string(),
  /** Null for a dispatcher who may not read the file. */
  file: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  /** Of which it came; null for a dispatcher who may not read the file. */
  draftId: z.uuid().nullable(),
  /** Numbered, and waiting for the signature of this post; null where no officer is to sign it now. */
  waitsFor: PostId.nullable(),
  /** Who cancelled the number, and why. */
  cancelled: z.object({ reason: z.string(), by: ActorRef, at: Instant }).nullable(),
  /** Since when and why the issued letter no longer holds. */
  withdrawn: Withdrawn.nullable(),
  /** How many of its addressees have been served, of how many; for how many a mail is queued; who is not to be sent it. */
  dispatched: z.int(),
  recipients: z.int(),
  queued: z.int(),
  notToBeSent: z.int(),
  /** The first addressees and those who get a copy, in the order of the letter; the reason of who is not to be sent it. */
  to: z.array(
    z.object({
      name: z.string(),
      asCopy: z.boolean(),
      state: z.enum(SENDING_STATES),
      reason: z.string().nullable(),
    }),
  ),
});

/** A number of the register, and what became of it. */
export const IssueRow = IssueEntry.extend({
  /** Null unless it is issued. */
  documentId: z.uuid().nullable(),
}).meta({ id: 'IssueRow' });
export type IssueRow = z.infer<typeof IssueRow>;

/** An issued letter. */
export const IssueView = IssueEntry.extend({
  documentId: z.uuid(),
  /** With which anybody checks it; `printedIssueCode` sets it in groups. */
  code: z.string(),
  /** Whose name it bears; `for` the post, when a link officer signed. */
  signedBy: z.object({ name: Bilingual, designation: Bilingual, for: z.boolean() }),
  /** Of its officers, in turn; none where the office sealed it. */
  signatures: z.array(LetterSignatureView),
  /** Whether the certificate of the seal was checked; null where officers signed it, and of letters from before. */
  sealRevocation: z.enum(REVOCATION_CHECKS).nullable(),
  approvedAt: Instant,
  issuedAt: Instant,
  /** The documents that go with it. */
  enclosedDocuments: z.array(EnclosedDocument),
  sendings: z.array(Sending),
  /** By when a reply was asked for. */
  replyBy: Day.nullable(),
  /**
   * The letters on its file that answer it, by their first pages, and for which recipient each does: for all, where nobody is said.
   * None for a dispatcher who may not read the file.
   */
  answers: z.array(z.object({ page: z.int(), at: Instant, recipient: z.int().nullable() })),
  /** Send it, and say who is not to be sent it. */
  mayDispatch: z.boolean(),
  mayConfirmAddress: z.boolean(),
  /** Revoke it, or say which later letter supersedes it. */
  mayWithdraw: z.boolean(),
  posts: Posts,
}).meta({ id: 'IssueView' });
export type IssueView = z.infer<typeof IssueView>;

/** The register between two days, and only the letters of which all that is said holds. */
export const FindIssues = RegisterQuery.extend({
  /** In the name of somebody to whom the letter goes, or of who gets a copy. */
  party: oneLine(300).optional(),
  /** In the number of the letter. */
  numberHas: oneLine(100).optional(),
  /** It was sent to somebody so. */
  mode: z.enum(DISPATCH_MODES).optional(),
  /** `to_dispatch`: issued, and one may still send it to somebody. */
  state: z.enum(['to_dispatch', ...ISSUE_STATES]).optional(),
  ...OF_WHOM,
});
export type FindIssues = z.infer<typeof FindIssues>;

/** The register, number by number; `number`: the entry of that number. */
export const ListIssues = FindIssues.extend({ number: oneLine(100).optional() });
export type ListIssues = z.infer<typeof ListIssues>;

/** Five hundred addressees, and a hundred who get a copy. */
const MOST_RECIPIENTS = 600;

/** Sends one issue to any of its recipients; `recipient` counts through the addressees, then the copies, from 0. */
export const DispatchIssue = z
  .strictObject({
    dispatches: z
      .array(
        z
          .strictObject({
            recipient: z.int().min(0),
            mode: z.enum(DISPATCH_MODES),
            /** Where the sender takes the mail to go; refused if that is not the address on record. */
            email: z.email().optional(),
            /** Within the office: at which post it arrives. */
            toPostId: z.uuid().optional(),
            trackingNumber: oneLine(100).optional(),
            postage: Postage.optional(),
            remarks: typed(1000).optional(),
          })
          .refine(({ mode, toPostId }) => (mode === 'within_office') === (toPostId !== undefined), {
            path: ['toPostId'],
          })
          .refine(({ mode, postage }) => postage === undefined || isPosted(mode), { path: ['postage'] }),
      )
      .min(1)
      .max(MOST_RECIPIENTS),
  })
  .meta({ id: 'DispatchIssue' });
export type DispatchIssue = z.infer<typeof DispatchIssue>;

export const IssueDispatched = z
  .object({ id: z.uuid(), dispatchIds: z.array(z.uuid()) })
  .meta({ id: 'IssueDispatched' });
export type IssueDispatched = z.infer<typeof IssueDispatched>;

const recipients = z.array(z.int().min(0)).min(1).max(MOST_RECIPIENTS);

/** Who is not to be sent the letter, and why; until they are marked as to be sent it after all. */
export const MarkNotToBeSent = z.strictObject({ recipients, reason: Reason }).meta({ id: 'MarkNotToBeSent' });
export type MarkNotToBeSent = z.infer<typeof MarkNotToBeSent>;

export const MarkToBeSent = z.strictObject({ recipients }).meta({ id: 'MarkToBeSent' });
export type MarkToBeSent = z.infer<typeof MarkToBeSent>;

/** The issuing post says where a mail to a recipient goes. */
export const ConfirmAddress = z
  .strictObject({ recipient: z.int().min(0), email: z.email().max(254) })
  .meta({ id: 'ConfirmAddress' });
export type ConfirmAddress = z.infer<typeof ConfirmAddress>;

/**
 * What becomes known of a dispatch after it was sent: a tracking number, what the post office took, that it was delivered,
 * that it came back and why.
 */
export const FollowDispatch = z
  .strictObject({
    trackingNumber: oneLine(100).optional(),
    postage: Postage.optional(),
    outcome: z.enum(['delivered', 'returned']).optional(),
    reason: Reason.optional(),
  })
  .refine((told) => [told.trackingNumber, told.postage, told.outcome].some((each) => each !== undefined), {
    path: ['trackingNumber'],
  })
  .refine(({ outcome, reason }) => (outcome === 'returned') === (reason !== undefined), { path: ['reason'] })
  .meta({ id: 'FollowDispatch' });
export type FollowDispatch = z.infer<typeof FollowDispatch>;

export const dispatchOperations = {
  listIssues: operation('GET', '/issues', {
    summary: 'List the letters of the dispatch register',
    query: ListIssues,
    answer: pageOf(IssueRow),
    shows: ['waiting', 'issue'],
  }),
  getIssue: operation('GET', '/issues/:issueId', {
    summary: 'Show an issued letter',
    answer: IssueView,
    shows: ['issue'],
    refuses: ['document-not-as-recorded'],
  }),
  dispatchIssue: operation('POST', '/issues/:issueId/dispatches', {
    summary: 'Send an issued letter to its recipients',
    body: DispatchIssue,
    answer: IssueDispatched,
    status: 201,
    changes: ['issue'],
    event: 'dispatch.created',
    refuses: [
      'address-unconfirmed',
      'document-not-as-recorded',
      'letter-withdrawn',
      'mail-not-configured',
      'post-takes-no-files',
      'recipient-served',
      'recipient-unknown',
      'recipient-withheld',
      'to-oneself',
      'unknown-post',
    ],
  }),
  markNotToBeSent: operation('POST', '/issues/:issueId/not-to-be-sent', {
    summary: 'Mark recipients as not to be sent a letter',
    body: MarkNotToBeSent,
    answer: IssueChanged,
    changes: ['issue'],
    event: 'dispatch.withheld',
    refuses: ['recipient-served', 'recipient-unknown', 'recipient-withheld'],
  }),
  markToBeSent: operation('POST', '/issues/:issueId/to-be-sent', {
    summary: 'Mark recipients as to be sent a letter after all',
    body: MarkToBeSent,
    answer: IssueChanged,
    changes: ['issue'],
    event: 'dispatch.to_be_sent',
    refuses: ['file-closed', 'recipient-not-withheld', 'recipient-served', 'recipient-unknown'],
  }),
  confirmAddress: operation('PUT', '/issues/:issueId/address', {
    summary: 'Confirm the mail address of a recipient',
    body: ConfirmAddress,
    answer: IssueChanged,
    changes: ['issue'],
    event: 'dispatch.address_confirmed',
    refuses: ['recipient-served', 'recipient-unknown', 'recipient-withheld'],
  }),
  followDispatch: operation('PUT', '/issues/:issueId/dispatches/:dispatchId', {
    summary: 'Record what became of a dispatch',
    body: FollowDispatch,
    answer: IssueChanged,
    changes: ['issue'],
    event: ['dispatch.sent', 'dispatch.tracked', 'dispatch.delivered', 'dispatch.returned'],
    refuses: ['dispatch-not-under-way'],
  }),
};
