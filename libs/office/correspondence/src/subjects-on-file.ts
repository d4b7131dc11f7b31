import { CORRESPONDENCE } from './on-file/office-copies';

/**
 * The receipts and documents that lie on a file, as a JSON list of ids, from expressions: with the file itself all whose events tell of
 * it. Of a letter that is detached there are none.
 */
export const subjectsOnFile = (organisationId: string, fileId: string): string =>
  `(SELECT COALESCE(jsonb_agg(DISTINCT thing.id), '[]') FROM ${CORRESPONDENCE}
    CROSS JOIN LATERAL (VALUES (k.receipt_id), (k.document_id)) thing (id)
    WHERE k.organisation_id = ${organisationId} AND k.file_id = ${fileId} AND k.detached_at IS NULL AND thing.id IS NOT NULL)`;
