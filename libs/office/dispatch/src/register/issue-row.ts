import type { Actor } from '@patravali/authorization';
import { DispatchView, IssueEntry, IssueRow, Sending } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { diaryNumberOf } from '@patravali/dak';
import { isoInstant, type Parameters, type Projection, projection } from '@patravali/database';
import { FILE_REF, FILE_ROW, joinFile } from '@patravali/files';
import { numberOnLetter, RECIPIENTS, WAITS_FOR, WITHDRAWAL } from '@patravali/letters';
import { actorRef } from '@patravali/organisation';
import { TO_BE_SERVED } from '../addressees/lock-recipients';

const OF_LETTER = `FROM ${RECIPIENTS} WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id`;

/** A letter may go to hundreds; whoever wants them all opens it. */
const SHOWN_IN_LISTS = 20;

/** A mail to the recipient `n` waits to be sent. */
const QUEUED = `EXISTS (SELECT FROM dispatch q WHERE q.organisation_id = n.organisation_id AND q.issue_id = n.issue_id
  AND q.position = n.position AND q.state = 'queued')`;

/** What became of the letter for the recipient `n`: the contract's `SendingState`. */
const SENDING_STATE = `CASE WHEN n.withheld_at IS NOT NULL THEN 'not_to_be_sent' WHEN n.served_at IS NOT NULL THEN 'sent'
  WHEN ${QUEUED} THEN 'queued' ELSE 'to_send' END`;

/** The contract's `IssueRow`, from `REGISTER` or `ISSUES` joined with `JOIN_FILE`. */
export const issueRow = (actor: Actor, parameters: Parameters) =>
  issueEntry(actor, parameters).with({ documentId: IssueRow.shape.documentId }, { documentId: 'i.document_id' });

/** What every entry tells: file and draft are named to those alone who may read the file. */
export function issueEntry(actor: Actor, parameters: Parameters): Projection<typeof IssueEntry> {
  const readable = mayReadFile(actor, parameters);
  return projection(IssueEntry, {
    id: 'i.id',
    number: numberOnLetter('i'),
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
    dispatched: `(SELECT count(*)::int ${OF_LETTER} AND n.served_at IS NOT NULL)`,
    recipients: `(SELECT count(*)::int ${OF_LETTER})`,
    queued: `(SELECT count(*)::int ${OF_LETTER} AND n.served_at IS NULL AND ${QUEUED})`,
    notToBeSent: `(SELECT count(*)::int ${OF_LETTER} AND n.withheld_at IS NOT NULL)`,
    to: `(SELECT COALESCE(jsonb_agg(jsonb_build_object('name', n.addressee ->> 'name', 'asCopy', n.as_copy,
      'state', ${SENDING_STATE}, 'reason', n.withheld_reason) ORDER BY n.position), '[]')
      FROM (SELECT n.* ${OF_LETTER} ORDER BY n.position LIMIT ${SHOWN_IN_LISTS}) n)`,
  });
}

/** Some recipient has not been sent it yet, and is to be: a condition on `i`. */
export const TO_DISPATCH = `EXISTS (SELECT ${OF_LETTER} AND ${TO_BE_SERVED})`;

/** The contract's `DispatchView`, of the dispatch `s`. */
export const DISPATCH_VIEW = projection(DispatchView, {
  id: 's.id',
  ordinal: 's.ordinal',
  mode: 's.mode',
  state: 's.state',
  email: 's.email',
  to: 's.to_post_id',
  diaryNumber: diaryNumberOf('s.organisation_id', 's.receipt_id', 'diary_number'),
  diaryNumberHi: diaryNumberOf('s.organisation_id', 's.receipt_id', 'diary_number_hi'),
  postage: 's.postage',
  trackingNumber: 's.tracking_number',
  at: 's.at',
  by: actorRef('s.by_user_id', 's.by_post_id', 's.capacity'),
  sentAt: 's.sent_at',
  endedAt: 's.ended_at',
  failure: 'COALESCE(s.failure, s.return_reason)',
  // After somebody has said what became of it, that counts.
  report: `CASE WHEN s.state = 'sent' AND s.report_outcome IS NOT NULL THEN jsonb_build_object('outcome', s.report_outcome,
    'words', s.report_words, 'at', ${isoInstant('s.reported_at')}, 'dismissedAt', ${isoInstant('s.report_dismissed_at')}) END`,
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
export const SENDINGS = `(SELECT COALESCE(jsonb_agg(${SENDING.json} ORDER BY n.position), '[]') ${OF_LETTER})`;

/** The file of the issue `i`, joined as `f`. */
export const JOIN_FILE = joinFile('i.file_id');
