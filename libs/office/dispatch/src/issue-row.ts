import type { Actor, Parameters } from '@patravali/authorization';
import { DispatchView, IssueRow } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { type Projection, projection } from '@patravali/database';
import { FILE_REF, joinFile } from '@patravali/files';

const RECIPIENTS = 'FROM issue_recipient n WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id';

/** The contract's `IssueRow`, from `ISSUES` joined with `JOIN_FILE`: the file is named to those alone who may read it. */
export function issueRow(actor: Actor, parameters: Parameters): Projection<typeof IssueRow> {
  return projection(IssueRow, {
    id: 'i.id',
    number: 'i.number',
    issuedOn: 'i.issued_on',
    subject: 'i.subject',
    language: 'i.language',
    addressee: 'i.addressee',
    signatory: 'post_ref(i.signatory_post_id)',
    approvedBy: 'actor_ref(i.approved_by_user_id, i.approved_by_post_id, i.approved_capacity)',
    issuedBy: 'actor_ref(i.issued_by_user_id, i.issued_by_post_id, i.issued_capacity)',
    file: `CASE WHEN ${mayReadFile(actor, parameters)} THEN ${FILE_REF} END`,
    documentId: 'i.document_id',
    dispatched: `(SELECT count(*)::int ${RECIPIENTS} AND n.served_at IS NOT NULL)`,
    recipients: `(SELECT count(*)::int ${RECIPIENTS})`,
  });
}

/** The addressees of the issue `i`, or those who get a copy, in the order of the letter. */
export const recipientsOf = ({ asCopy }: { readonly asCopy: boolean }): string =>
  `(SELECT COALESCE(jsonb_agg(n.addressee ORDER BY n.position), '[]') ${RECIPIENTS} AND n.as_copy = ${String(asCopy)})`;

/** Some addressee has not been served yet: a condition on `i`. */
export const TO_DISPATCH = `EXISTS (SELECT ${RECIPIENTS} AND n.served_at IS NULL)`;

/** The contract's `DispatchView`, from `DISPATCHES`. */
export const DISPATCH_VIEW = projection(DispatchView, {
  id: 's.id',
  addressee: 'n.addressee',
  asCopy: 'n.as_copy',
  mode: 's.mode',
  state: 's.state',
  trackingNumber: 's.tracking_number',
  at: 's.at',
  by: 'actor_ref(s.by_user_id, s.by_post_id, s.capacity)',
  sentAt: 's.sent_at',
  failure: 's.failure',
});

/** Dispatches as `s` with their recipient as `n`. */
export const DISPATCHES = `dispatch s
  JOIN issue_recipient n ON n.organisation_id = s.organisation_id AND n.issue_id = s.issue_id AND n.position = s.position`;

/** The file of the issue `i`, joined as `f`. */
export const JOIN_FILE = joinFile('i.file_id');

/** The id of the issue that came of a draft, from the expressions of the draft's ids; null before it is issued. */
export const issueOfDraft = (organisationId: string, draftId: string): string =>
  `(SELECT i.id FROM issue i WHERE i.organisation_id = ${organisationId} AND i.draft_id = ${draftId})`;

/** How a letter that went out is described on its file; joined to `r`, a line of the correspondence. */
export const ISSUED_LETTER = {
  join: 'LEFT JOIN issue issued ON issued.id = r.issue_id',
  party: 'issued.addressee',
  number: 'issued.number',
  date: 'issued.issued_on',
  subject: 'issued.subject',
} as const;

/** The issues of the actor's organisation, as a condition on `i`. */
export const issuesOf = ({ organisationId }: Pick<Actor, 'organisationId'>, { bind }: Parameters): string =>
  `i.organisation_id = ${bind(organisationId)}`;
