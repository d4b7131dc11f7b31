import { EVENTS } from '@patravali/ledger';

/** Expressions: of a letter that went out, and of the hash of some bytes. */
export interface BytesOfLetter {
  readonly organisationId: string;
  readonly issueId: string;
  readonly sha256: string;
}

/**
 * Whether these bytes are those with which the letter was issued: a condition. Their hash stands in its event; earlier versions wrote
 * that of the place of the office copy, with the hash in it (`appendCorrespondence`). A letter of which no event tells is left to
 * the check of the record.
 */
export const isAsIssued = ({ organisationId, issueId, sha256 }: BytesOfLetter): string =>
  `NOT EXISTS (SELECT FROM ${EVENTS} issuing WHERE issuing.organisation_id = ${organisationId}
    AND issuing.related_id = ${issueId} AND issuing.name = 'draft.issued'
    AND issuing.content_hash NOT IN (${sha256}, ${placed(sha256)}))`;

const placed = (sha256: string): string => {
  const fact = (name: string) => `(issuing.data ->> '${name}')::integer`;
  const pages = `(${fact('lastPage')} - ${fact('firstPage')} + 1)`;
  return `COALESCE(encode(sha256(convert_to('{"fileId":"' || issuing.subject_id || '","firstPage":' || ${fact('firstPage')}
    || ',"pages":' || ${pages} || ',"serial":' || ${fact('serial')} || ',"sha256":"' || ${sha256} || '"}', 'UTF8')), 'hex'), '')`;
};
