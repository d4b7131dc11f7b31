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
}

/** Names an object that is stored already: from now on the sweeper lets it be. */
export async function addDocument(
  tx: Transaction,
  by: Pick<Actor, 'organisationId' | 'userId' | 'postId'>,
  document: NewDocument,
): Promise<DocumentView> {
  const { sha256, size, pages, fileName, hasText, active = [] } = document;
  const [added] = await tx.select(
    DOCUMENT_VIEW.row,
    `INSERT INTO document AS d (id, organisation_id, sha256, size, pages, file_name, has_text, active,
       uploaded_by_user_id, uploaded_by_post_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${DOCUMENT_VIEW.columns}`,
    [uuidv7(), by.organisationId, sha256, size, pages, fileName, hasText, active, by.userId, by.postId],
  );
  if (!added) throw new Error('The new document was not there');
  return added;
}
