import type { Actor } from '@patravali/authorization';
import type { ActiveContent, DocumentView } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { DOCUMENT_VIEW } from './document-view';

export interface NewDocument {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
  readonly fileName: string;
  readonly hasText: boolean;
  /** What was found in a PDF of a stranger; one of ours carries nothing that acts. */
  readonly active?: readonly ActiveContent[];
  /** The office has made it: it counts among nobody's uploads. */
  readonly madeHere?: boolean;
}

type By = Pick<Actor, 'organisationId' | 'userId' | 'postId'>;

/** Names an object that is stored already: from now on the sweeper lets it be. */
export async function addDocument(tx: Transaction, by: By, document: NewDocument): Promise<DocumentView> {
  const { sha256, size, pages, fileName, hasText, active = [], madeHere = false } = document;
  const [added] = await tx.select(
    DOCUMENT_VIEW.row,
    `INSERT INTO document AS d (id, organisation_id, sha256, size, pages, file_name, has_text, active,
       uploaded_by_user_id, uploaded_by_post_id, made_here)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${DOCUMENT_VIEW.columns}`,
    [uuidv7(), by.organisationId, sha256, size, pages, fileName, hasText, active, by.userId, by.postId, madeHere],
  );
  if (!added) throw new Error('The new document was not there');
  return added;
}

/** The same of many that the office has made, in one statement. @returns their ids, in the same order. */
export async function addDocuments(
  tx: Transaction,
  by: By,
  documents: readonly Pick<NewDocument, 'sha256' | 'size' | 'pages' | 'fileName'>[],
): Promise<string[]> {
  const rows = documents.map((document) => ({ ...document, id: uuidv7() }));
  await tx.execute(
    `INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, active, uploaded_by_user_id,
       uploaded_by_post_id, made_here)
     SELECT id, $1, sha256, size, pages, "fileName", true, '{}', $2, $3, true
     FROM jsonb_to_recordset($4::jsonb) AS made (id uuid, sha256 text, size bigint, pages int, "fileName" text)`,
    [by.organisationId, by.userId, by.postId, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}
