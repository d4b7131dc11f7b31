import { type Actor, type Parameters, rowFilter } from '@patravali/authorization';
import { FileCustody } from '@patravali/files';

/** The contract's `IssueRow`, from `ISSUE_SOURCE`: the file is named to those alone who may read it. */
export function issueRow({ ability }: Actor, parameters: Parameters): string {
  const recipients = `FROM issue_recipient n WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id`;
  return `jsonb_build_object('id', i.id, 'number', i.number, 'issuedOn', i.issued_on, 'subject', i.subject,
    'language', i.language, 'addressee', i.addressee, 'signatory', post_ref(i.signatory_post_id),
    'file', CASE WHEN ${rowFilter(ability, 'read', FileCustody, 'c', parameters)} THEN
      (SELECT jsonb_build_object('id', f.id, 'number', f.number) FROM office_file f WHERE f.id = i.file_id) END,
    'documentId', i.document_id,
    'dispatched', (SELECT count(*) ${recipients} AND n.served_at IS NOT NULL),
    'recipients', (SELECT count(*) ${recipients}))`;
}

/** Some addressee has not been served yet. */
export const TO_DISPATCH = `EXISTS (SELECT FROM issue_recipient n
  WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id AND n.served_at IS NULL)`;

/** The contract's `DispatchView`, from `dispatch d JOIN issue_recipient n`. */
export const DISPATCH_VIEW = `jsonb_build_object('id', d.id, 'addressee', n.addressee, 'asCopy', n.as_copy, 'mode', d.mode,
  'state', d.state, 'trackingNumber', d.tracking_number, 'at', d.at,
  'by', actor_ref(d.by_user_id, d.by_post_id, d.capacity), 'sentAt', d.sent_at, 'failure', d.failure)`;

export const DISPATCH_SOURCE = `dispatch d
  JOIN issue_recipient n ON n.organisation_id = d.organisation_id AND n.issue_id = d.issue_id AND n.position = d.position`;
