import { z } from 'zod';
import { operation } from '../operation';
import { Bilingual, Day, Instant, pageOf, RegisterQuery, typed } from '../page';
import { LETTER_LANGUAGES } from '../vocabulary';
import { ActorRef, PostRef } from './organisation';

export const DISPATCH_MODES = ['email', 'by_hand', 'post', 'speed_post'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

export const DISPATCH_STATES = ['queued', 'sent', 'delivered', 'returned', 'failed'] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];

export const Addressee = z
  .strictObject({
    name: typed(300),
    designation: typed(300).optional(),
    address: typed(1000).optional(),
    email: z.email().optional(),
  })
  .meta({ id: 'Addressee' });
export type Addressee = z.infer<typeof Addressee>;

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
  .strictObject({
    dispatches: z
      .array(
        z.strictObject({
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

export const dispatchOperations = {
  listIssues: operation('GET', '/issues', { query: ListIssues, answer: pageOf(IssueRow) }),
  getIssue: operation('GET', '/issues/:issueId', { answer: IssueView }),
  dispatchIssue: operation('POST', '/issues/:issueId/dispatches', {
    body: DispatchIssue,
    answer: IssueDispatched,
    status: 201,
  }),
  downloadDispatchRegister: operation('GET', '/issues/register.pdf', {
    query: RegisterQuery,
    media: 'application/pdf',
  }),
};
