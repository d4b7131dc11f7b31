import { projection, select, type SqlRunner } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { GOES_WITH_TEMPLATE, TEMPLATE_DOCUMENTS } from '@patravali/organisation';
import { z } from 'zod';

const { id, sha256, size, pages } = DOCUMENT_VIEW.expressions;
const WITH_TEMPLATE = projection(z.object({ id: z.uuid(), sha256: z.string(), size: z.int(), pages: z.int() }), {
  id,
  sha256,
  size,
  pages,
});

interface DocumentsWanted {
  readonly templateId: string;
  readonly documentIds: readonly string[];
  /** The letter encloses these by now. */
  readonly already: readonly string[];
}

/** Those of these documents that go with the template; of what the letter encloses by now also those that were taken off. */
export const documentsWithTemplate = (
  database: SqlRunner,
  organisationId: string,
  { templateId, documentIds, already }: DocumentsWanted,
): Promise<z.output<typeof WITH_TEMPLATE.row>[]> =>
  select(
    database,
    WITH_TEMPLATE.row,
    `SELECT ${WITH_TEMPLATE.columns} FROM ${TEMPLATE_DOCUMENTS} ${joinDocument('w.document_id')}
     WHERE w.organisation_id = $1 AND w.template_id = $2 AND w.document_id = ANY ($3::uuid[])
       AND (${GOES_WITH_TEMPLATE} OR w.document_id = ANY ($4::uuid[]))`,
    [organisationId, templateId, documentIds, already],
  );
