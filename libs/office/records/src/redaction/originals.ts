import type { OriginalPart } from '@patravali/contract';
import { CORRESPONDENCE } from '@patravali/correspondence';
import { joinReceiptEnclosures } from '@patravali/dak';
import { projection, select, type SqlRunner } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { joinEnclosuresOfIssue, joinOwnCopies } from '@patravali/letters';
import { z } from 'zod';

interface Part {
  readonly part: OriginalPart;
  /** What is joined to the letter `k` of the file; nothing of what has the letter alone. */
  readonly join: string;
  readonly documentId: string;
  readonly place: string;
  readonly title: string;
  /** Where it comes after its letter. */
  readonly after: string;
}

/** Enclosures come behind the letter, then the copies of its addressees: of neither has a letter as many. */
const [OF_A_LETTER, ENCLOSURES] = [1_000, 100];

const ENCLOSURE = { part: 'enclosure', documentId: 'e.document_id', place: 'e.place', title: 'e.title' } as const;
const PARTS: readonly Part[] = [
  { part: 'letter', join: '', documentId: 'k.document_id', place: 'NULL::integer', title: 'NULL', after: '0' },
  { ...ENCLOSURE, join: joinReceiptEnclosures('k.organisation_id', 'k.receipt_id'), after: 'e.place' },
  { ...ENCLOSURE, join: joinEnclosuresOfIssue('k.organisation_id', 'k.issue_id'), after: 'e.place' },
  {
    part: 'own_copy',
    join: joinOwnCopies('k.organisation_id', 'k.issue_id'),
    documentId: 'n.document_id',
    place: 'n.position + 1',
    title: `n.addressee ->> 'name'`,
    after: `${ENCLOSURES} + n.position + 1`,
  },
];

/**
 * The documents that came in with the letters of the file whose ids these expressions give, or went out with them, as `r`. Each is
 * there once, as a letter of the file if it is one; of letters that were detached there are none. The expressions name neither `d` nor `e`, `i`, `k`, `n`.
 */
export function originalsOn(organisationId: string, fileId: string): string {
  const arms = PARTS.map(
    ({ part, join, documentId, place, title, after }) =>
      `SELECT k.organisation_id, k.file_id, ${documentId} AS document_id, k.serial * ${OF_A_LETTER} + ${after} AS sequence, '${part}' AS part,
         ${place} AS place, ${title} AS title, k.first_page, k.first_page + k.pages - 1 AS last_page FROM ${CORRESPONDENCE} ${join}
       WHERE k.organisation_id = ${organisationId} AND k.file_id = ${fileId} AND k.detached_at IS NULL`,
  );
  return `(SELECT DISTINCT ON (o.document_id) o.* FROM (${arms.join(' UNION ALL ')}) o
    ORDER BY o.document_id, o.part <> 'letter', o.sequence) r`;
}

const { sha256, pages } = DOCUMENT_VIEW.expressions;
const TO_COPY = projection(z.object({ sha256: z.string(), pages: z.int() }), { sha256, pages });

/** One of them; undefined for any other document. */
export async function originalOn(
  database: SqlRunner,
  organisationId: string,
  { fileId, documentId }: { readonly fileId: string; readonly documentId: string },
): Promise<z.output<typeof TO_COPY.row> | undefined> {
  const [found] = await select(
    database,
    TO_COPY.row,
    `SELECT ${TO_COPY.columns} FROM ${originalsOn('$1', '$2')} ${joinDocument('r.document_id')} WHERE r.document_id = $3`,
    [organisationId, fileId, documentId],
  );
  return found;
}
