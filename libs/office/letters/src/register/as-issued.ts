import { createHash } from 'node:crypto';
import { isAsIssued } from '@patravali/correspondence';
import { DOCUMENTS, joinDocument } from '@patravali/documents';
import { EVENTS } from '@patravali/ledger';
import { TRIAL_ORGANISATION } from '@patravali/signatures';

/** Under which name the event of issuing tells the hash of all own copies. */
const OWN_COPIES_HASH = 'ownCopiesHash';

/** Of the own copies of a letter, in the order of its addressees: SHA-256 over a line for each, with its place and its hash. */
export const hashOfOwnCopies = (copies: readonly { readonly sha256: string }[]): string =>
  createHash('sha256')
    .update(copies.map(({ sha256 }, place) => `${place} ${sha256}\n`).join(''))
    .digest('hex');

/** Whether the document of the letter `i`, which has this hash, is the one that was issued: a condition. */
export const letterIsAsIssued = (sha256: string): string =>
  isAsIssued({ organisationId: 'i.organisation_id', issueId: 'i.id', sha256 });

/** Whether the own copies of the letter `i` are those that were issued with it: a condition, for each letter once. */
export const OWN_COPIES_ARE_AS_ISSUED = `NOT EXISTS (SELECT FROM ${EVENTS} issuing WHERE issuing.organisation_id = i.organisation_id
  AND issuing.related_id = i.id AND issuing.name = 'draft.issued' AND issuing.data ->> '${OWN_COPIES_HASH}' IS NOT NULL
  AND issuing.data ->> '${OWN_COPIES_HASH}' IS DISTINCT FROM (
    SELECT encode(sha256(convert_to(string_agg(own.position || ' ' || d.sha256 || chr(10), '' ORDER BY own.position), 'UTF8')), 'hex')
    FROM issue_recipient own ${joinDocument('own.document_id')}
    WHERE own.organisation_id = i.organisation_id AND own.issue_id = i.id))`;

/** Whether anybody said, when the office sealed the letter `i`, that its certificate was not revoked; null of one that officers signed, and from before. */
export const SEAL_REVOCATION = `(SELECT issuing.data ->> 'revocation' FROM ${EVENTS} issuing WHERE issuing.organisation_id = i.organisation_id
  AND issuing.related_id = i.id AND issuing.name = 'draft.issued' AND issuing.data ->> 'signature' IS NULL)`;

/** Whether the office sealed the letter `i` with a key that it had made for its trials: its certificate says so. */
export const IS_TRIAL = `EXISTS (SELECT FROM ${EVENTS} issuing WHERE issuing.organisation_id = i.organisation_id
  AND issuing.related_id = i.id AND issuing.name = 'draft.issued'
  AND strpos(issuing.data ->> 'certificate', ', O=${TRIAL_ORGANISATION}, ') > 0)`;

/** Whether all PDFs of the letter `i` are those that were issued: a condition. */
export const IS_AS_ISSUED = `(${OWN_COPIES_ARE_AS_ISSUED} AND ${letterIsAsIssued(
  `(SELECT d.sha256 FROM ${DOCUMENTS} WHERE d.organisation_id = i.organisation_id AND d.id = i.document_id)`,
)})`;
