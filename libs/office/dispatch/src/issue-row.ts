import type { Actor } from '@patravali/authorization';
import { DispatchView, IssueEntry, IssueRow, Sending, Withdrawn } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { diaryNumberOf } from '@patravali/dak';
import { isoInstant, type Parameters, type Projection, projection } from '@patravali/database';
import { FILE_REF, FILE_ROW, joinFile } from '@patravali/files';
import { actorRef } from '@patravali/organisation';
import { WAITS_FOR } from './signing/signing-rows';

const RECIPIENTS = 'FROM issue_recipient n WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id';

/** A letter may go to hundreds; whoever wants them all opens it. */
const SHOWN_IN_LISTS = 20;

/** A mail to the recipient `n` waits to be sent. */
const QUEUED = `EXISTS (SELECT FROM dispatch q WHERE q.organisation_id = n.organisation_id AND q.issue_id = n.issue_id
  AND q.position = n.position AND q.state = 'queued')`;

/** What became of the letter for the recipient `n`: the contract's `SendingState`. */
const SENDING_STATE = `CASE WHEN n.withheld_at IS NOT NULL THEN 'not_to_be_sent' WHEN n.served_at IS NOT NULL THEN 'sent'
  WHEN ${QUEUED} THEN 'queued' ELSE 'to_send' END`;

/** The contract's `Withdrawn`, of the withdrawal `w` with the later letter as `later`. */
const WITHDRAWN = projection(Withdrawn, {
  kind: 'w.kind',
  reason: 'w.reason',
  by: actorRef('w.by_user_id', 'w.by_post_id', 'w.capacity'),
  at: 'w.at',
  later: `CASE WHEN later.id IS NOT NULL THEN jsonb_build_object('id', later.id, 'number', later.number) END`,
});

/** That the issue `i` no longer holds; null while it does. */
const WITHDRAWAL = `(SELECT ${WITHDRAWN.json} FROM issue_withdrawal w
  LEFT JOIN issue later ON later.organisation_id = w.organisation_id AND later.id = w.later_issue_id
  WHERE w.organisation_id = i.organisation_id AND w.issue_id = i.id)`;

/** The issue `i` no longer holds. */
export const IS_WITHDRAWN = `EXISTS (SELECT FROM issue_withdrawal w
  WHERE w.organisation_id = i.organisation_id AND w.issue_id = i.id)`;

/** The contract's `IssueRow`, from `REGISTER` or `ISSUES` joined with `JOIN_FILE`. */
export const issueRow = (actor: Actor, parameters: Parameters) =>
  issueEntry(actor, parameters).with({ documentId: IssueRow.shape.documentId }, { documentId: 'i.document_id' });

/** What every entry tells: file and draft are named to those alone who may read the file. */
export function issueEntry(actor: Actor, parameters: Parameters): Projection<typeof IssueEntry> {
  const readable = mayReadFile(actor, parameters);
  return projection(IssueEntry, {
    id: 'i.id',
    number: 'i.number',
    state: 'i.state',
    issuedOn: 'i.issued_on',
    subject: 'i.subject',
    language: 'i.language',
    addressee: 'i.addressee',
    signatory: 'i.signatory_post_id',
    approvedBy: actorRef('i.approved_by_user_id', 'i.approved_by_post_id', 'i.approved_capacity'),
    issuedBy: actorRef('i.issued_by_user_id', 'i.issued_by_post_id', 'i.issued_capacity'),
    fileNumber: FILE_ROW.expressions.number,
    file: `CASE WHEN ${readable} THEN ${FILE_REF} END`,
    draftId: `CASE WHEN ${readable} THEN i.draft_id END`,
    waitsFor: WAITS_FOR,
    cancelled: `CASE WHEN i.cancelled_at IS NOT NULL THEN jsonb_build_object('reason', i.cancellation_reason,
      'at', ${isoInstant('i.cancelled_at')}, 'by', ${actorRef('i.cancelled_by_user_id', 'i.cancelled_by_post_id', 'i.cancelled_capacity')}) END`,
    withdrawn: WITHDRAWAL,
    dispatched: `(SELECT count(*)::int ${RECIPIENTS} AND n.served_at IS NOT NULL)`,
    recipients: `(SELECT count(*)::int ${RECIPIENTS})`,
    queued: `(SELECT count(*)::int ${RECIPIENTS} AND n.served_at IS NULL AND ${QUEUED})`,
    notToBeSent: `(SELECT count(*)::int ${RECIPIENTS} AND n.withheld_at IS NOT NULL)`,
    to: `(SELECT COALESCE(jsonb_agg(jsonb_build_object('name', n.addressee ->> 'name', 'asCopy', n.as_copy,
      'state', ${SENDING_STATE}, 'reason', n.withheld_reason) ORDER BY n.position), '[]')
      FROM (SELECT n.* ${RECIPIENTS} ORDER BY n.position LIMIT ${SHOWN_IN_LISTS}) n)`,
  });
}

/** The recipient `n` is still to be sent the letter. */
export const TO_BE_SERVED = '(n.served_at IS NULL AND n.withheld_at IS NULL)';

/** Some recipient has not been sent it yet, and is to be: a condition on `i`. */
export const TO_DISPATCH = `EXISTS (SELECT ${RECIPIENTS} AND ${TO_BE_SERVED})`;

/** The contract's `DispatchView`, of the dispatch `s`. */
export const DISPATCH_VIEW = projection(DispatchView, {
  id: 's.id',
  ordinal: 's.ordinal',
  mode: 's.mode',
  state: 's.state',
  email: 's.email',
  to: 's.to_post_id',
  diaryNumber: diaryNumberOf('s.organisation_id', 's.receipt_id'),
  postage: 's.postage',
  trackingNumber: 's.tracking_number',
  at: 's.at',
  by: actorRef('s.by_user_id', 's.by_post_id', 's.capacity'),
  sentAt: 's.sent_at',
  endedAt: 's.ended_at',
  failure: 'COALESCE(s.failure, s.return_reason)',
  unansweredAttempts: 's.unanswered_attempts',
  notTold: 's.not_told',
});

/** The contract's `Sending`, of the recipient `n`. */
export const SENDING = projection(Sending, {
  recipient: 'n.position',
  addressee: 'n.addressee',
  asCopy: 'n.as_copy',
  ownCopyId: 'n.document_id',
  state: SENDING_STATE,
  email: `COALESCE(n.confirmed_email, n.addressee ->> 'email')`,
  confirmed: `CASE WHEN n.confirmed_at IS NOT NULL THEN jsonb_build_object('at', ${isoInstant('n.confirmed_at')},
    'by', ${actorRef('n.confirmed_by_user_id', 'n.confirmed_by_post_id', 'n.confirmed_capacity')}) END`,
  notToBeSent: `CASE WHEN n.withheld_at IS NOT NULL THEN jsonb_build_object('reason', n.withheld_reason,
    'at', ${isoInstant('n.withheld_at')}, 'by', ${actorRef('n.withheld_by_user_id', 'n.withheld_by_post_id', 'n.withheld_capacity')}) END`,
  dispatches: `(SELECT COALESCE(jsonb_agg(${DISPATCH_VIEW.json} ORDER BY s.ordinal), '[]') FROM dispatch s
    WHERE s.organisation_id = n.organisation_id AND s.issue_id = n.issue_id AND s.position = n.position)`,
});

/** Everybody whom the issue `i` must reach, in the order of the letter. */
export const SENDINGS = `(SELECT COALESCE(jsonb_agg(${SENDING.json} ORDER BY n.position), '[]') ${RECIPIENTS})`;

/** The file of the issue `i`, joined as `f`. */
export const JOIN_FILE = joinFile('i.file_id');

/** The id of the issue that came of a draft, from the expressions of the draft's ids; null before it is issued. */
export const issueOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT i.id FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId} AND i.state = 'issued')`;

/** The number that was drawn for a draft, also when it has been cancelled; null before. */
export const numberOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT i.number FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId})`;

/** How a letter that went out is described on its file; joined to `r`, a line of the correspondence. */
export const ISSUED_LETTER = {
  join: 'LEFT JOIN issue issued ON issued.id = r.issue_id',
  party: 'issued.addressee',
  number: 'issued.number',
  date: 'issued.issued_on',
  subject: 'issued.subject',
  withdrawn: `(SELECT w.kind FROM issue_withdrawal w
    WHERE w.organisation_id = issued.organisation_id AND w.issue_id = issued.id)`,
} as const;

/** The issues of the actor's organisation, as a condition on `i`. */
export const issuesOf = ({ organisationId }: Pick<Actor, 'organisationId'>, { bind }: Parameters): string =>
  `i.organisation_id = ${bind(organisationId)}`;
