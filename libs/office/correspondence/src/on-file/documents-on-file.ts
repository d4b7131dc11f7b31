import { projection, select, type SqlRunner } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { z } from 'zod';
import { CORRESPONDENCE } from './office-copies';

const { id, sha256, size, pages } = DOCUMENT_VIEW.expressions;
const ON_FILE = projection(z.object({ id: z.uuid(), sha256: z.string(), size: z.int(), pages: z.int() }), {
  id,
  sha256,
  size,
  pages,
});

interface DocumentsWanted {
  readonly fileId: string;
  readonly documentIds: readonly string[];
}

/** Those of these documents that lie on the file and are not detached, each once. */
export const documentsOnFile = (
  database: SqlRunner,
  organisationId: string,
  { fileId, documentIds }: DocumentsWanted,
): Promise<z.output<typeof ON_FILE.row>[]> =>
  select(
    database,
    ON_FILE.row,
    `SELECT DISTINCT ${ON_FILE.columns} FROM ${CORRESPONDENCE} ${joinDocument('k.document_id')}
     WHERE k.organisation_id = $1 AND k.file_id = $2 AND k.detached_at IS NULL AND k.document_id = ANY ($3::uuid[])`,
    [organisationId, fileId, documentIds],
  );
