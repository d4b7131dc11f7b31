import { type EnclosedDocument, MOST_ENCLOSED } from '@patravali/contract';
import { documentsOnFile } from '@patravali/correspondence';
import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';

interface Enclosing {
  readonly fileId: string;
  readonly content: { readonly enclosedDocuments?: readonly EnclosedDocument[] | undefined };
}

const BYTES_OF_MEGABYTE = 1_000_000;

/**
 * A letter encloses what lies on its file, as it lies there. Of any other document nothing is told, whether there is one or not.
 * Whoever asks holds the lock on the file; a letter without documents asks nothing.
 * @throws Refusal `enclosure-not-on-file`, `enclosures-too-large`.
 */
export async function refuseUnfitEnclosures(
  database: SqlRunner,
  organisationId: string,
  { fileId, content: { enclosedDocuments = [] } }: Enclosing,
): Promise<void> {
  if (enclosedDocuments.length === 0) return;
  const documentIds = enclosedDocuments.map(({ documentId }) => documentId);
  const onFile = new Map(
    (await documentsOnFile(database, organisationId, { fileId, documentIds })).map((document) => [
      document.id,
      document,
    ]),
  );
  let bytes = 0;
  for (const [index, { documentId, title, sha256, pages }] of enclosedDocuments.entries()) {
    const document = onFile.get(documentId);
    if (document?.sha256 !== sha256 || document.pages !== pages) throw notOnFile(index, title);
    bytes += document.size;
  }
  const most = MOST_ENCLOSED.megabytes;
  if (bytes > most * BYTES_OF_MEGABYTE) throw new Refusal('enclosures-too-large', { most: String(most) });
}

function notOnFile(index: number, title: string): Refusal {
  const errors = [{ pointer: `#/content/enclosedDocuments/${index}/documentId`, detail: 'not-on-file' }] as const;
  return new Refusal('enclosure-not-on-file', { title }, { errors });
}
