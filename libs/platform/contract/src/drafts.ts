import { z } from 'zod';
import { RegisterQuery } from './correspondence';
import { Bilingual, Day, Instant, Reason, typed } from './page';
import { ActorRef, PostRef } from './people';
import { StructuredText } from './structured-text';
import {
  DISPATCH_MODES,
  DISPATCH_STATES,
  DRAFT_MOVES,
  DRAFT_STATES,
  LETTER_FORMS,
  LETTER_LANGUAGES,
} from './vocabulary';

export const Addressee = z
  .object({
    name: typed(300),
    designation: typed(300).optional(),
    address: typed(1000).optional(),
    email: z.email().optional(),
  })
  .meta({ id: 'Addressee' });
export type Addressee = z.infer<typeof Addressee>;

/** The text of a letter in the making: what is typed; number, date, letterhead and signature come at issue. */
export const DraftContent = z
  .object({
    form: z.enum(LETTER_FORMS),
    language: z.enum(LETTER_LANGUAGES),
    subject: typed(1000),
    /** "your letter no. … of …". */
    reference: z
      .object({ number: typed(200), date: Day.nullable() })
      .nullable()
      .default(null),
    addressees: z.array(Addressee).min(1).max(50),
    salutation: typed(100).nullable().default(null),
    body: StructuredText,
    enclosures: z.array(typed(300)).max(50).default([]),
    copyTo: z.array(Addressee).max(100).default([]),
    /** The post whose holder signs. */
    signatoryPostId: z.uuid(),
  })
  .meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

export const CreateDraft = z
  .object({ content: DraftContent, replyToReceiptId: z.uuid().nullable().default(null) })
  .meta({ id: 'CreateDraft' });
export type CreateDraft = z.infer<typeof CreateDraft>;
export const ChangeDraft = z.object({ content: DraftContent }).meta({ id: 'ChangeDraft' });
export type ChangeDraft = z.infer<typeof ChangeDraft>;
/** Approves exactly the version that the officer has read. */
export const ApproveDraft = z.object({ draftVersion: z.int().positive() }).meta({ id: 'ApproveDraft' });
export type ApproveDraft = z.infer<typeof ApproveDraft>;
export const CancelDraft = z.object({ reason: Reason }).meta({ id: 'CancelDraft' });
export type CancelDraft = z.infer<typeof CancelDraft>;

/** `version` counts every change (ETag); `draftVersion` is the number of the text, one a desk. */
export const DraftChanged = z
  .object({ id: z.uuid(), version: z.int(), draftVersion: z.int() })
  .meta({ id: 'DraftChanged' });
export type DraftChanged = z.infer<typeof DraftChanged>;

export const DraftIssued = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    documentId: z.uuid(),
    serial: z.int(),
    firstPage: z.int(),
    lastPage: z.int(),
  })
  .meta({ id: 'DraftIssued' });
export type DraftIssued = z.infer<typeof DraftIssued>;

export const DraftRow = z
  .object({
    id: z.uuid(),
    /** DFA I, DFA II … on its file. */
    ordinal: z.int(),
    state: z.enum(DRAFT_STATES),
    form: z.enum(LETTER_FORMS),
    subject: z.string(),
    addressee: z.string(),
    draftVersion: z.int(),
    changedAt: Instant,
    changedBy: ActorRef,
    file: z.object({ id: z.uuid(), number: z.string(), subject: z.string() }),
    issueId: z.uuid().nullable(),
    version: z.int(),
  })
  .meta({ id: 'DraftRow' });
export type DraftRow = z.infer<typeof DraftRow>;

export const DraftView = DraftRow.extend({
  content: DraftContent,
  replyToReceiptId: z.uuid().nullable(),
  versions: z.array(z.object({ draftVersion: z.int(), by: ActorRef, at: Instant })),
  approvedBy: ActorRef.nullable(),
  approvedAt: Instant.nullable(),
  approvedVersion: z.int().nullable(),
  cancellationReason: z.string().nullable(),
  allowedMoves: z.array(z.enum(DRAFT_MOVES)),
}).meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof DraftView>;

export const DraftVersionView = z
  .object({ draftVersion: z.int(), content: DraftContent, by: ActorRef, at: Instant })
  .meta({ id: 'DraftVersionView' });
export type DraftVersionView = z.infer<typeof DraftVersionView>;

export const DispatchView = z
  .object({
    id: z.uuid(),
    addressee: Addressee,
    asCopy: z.boolean(),
    mode: z.enum(DISPATCH_MODES),
    state: z.enum(DISPATCH_STATES),
    trackingNumber: z.string().nullable(),
    at: Instant,
    by: ActorRef,
    sentAt: Instant.nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'DispatchView' });
export type DispatchView = z.infer<typeof DispatchView>;

export const IssueRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    addressee: z.string(),
    signatory: PostRef,
    /** Null for a dispatcher who may not read the file. */
    file: z.object({ id: z.uuid(), number: z.string() }).nullable(),
    documentId: z.uuid(),
    /** How many of its addressees have been served, of how many. */
    dispatched: z.int(),
    recipients: z.int(),
  })
  .meta({ id: 'IssueRow' });
export type IssueRow = z.infer<typeof IssueRow>;

export const IssueView = IssueRow.extend({
  addressees: z.array(Addressee),
  copyTo: z.array(Addressee),
  signedBy: z.object({ name: Bilingual, designation: Bilingual }),
  issuedAt: Instant,
  dispatches: z.array(DispatchView),
  mayDispatch: z.boolean(),
}).meta({ id: 'IssueView' });
export type IssueView = z.infer<typeof IssueView>;

/** The register of issues; `to_dispatch`: those that one may still send to somebody. */
export const ListIssues = RegisterQuery.extend({ state: z.enum(['to_dispatch']).optional() });
export type ListIssues = z.infer<typeof ListIssues>;

/** Sends one issue to any of its recipients; `recipient` counts through the addressees, then the copies, from 0. */
export const DispatchIssue = z
  .object({
    dispatches: z
      .array(
        z.object({
          recipient: z.int().min(0),
          mode: z.enum(DISPATCH_MODES),
          /** Where the mail goes if the draft had no address. */
          email: z.email().optional(),
          trackingNumber: typed(100).optional(),
          remarks: typed(1000).optional(),
        }),
      )
      .min(1)
      .max(150),
  })
  .meta({ id: 'DispatchIssue' });
export type DispatchIssue = z.infer<typeof DispatchIssue>;

export const IssueDispatched = z
  .object({ id: z.uuid(), dispatchIds: z.array(z.uuid()) })
  .meta({ id: 'IssueDispatched' });
export type IssueDispatched = z.infer<typeof IssueDispatched>;
