import { type EnclosedDocument, MOST_ENCLOSED } from '@patravali/contract';
import { documentsOnFile } from '@patravali/correspondence';
import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { documentsWithTemplate } from './documents-with-template';

interface WithEnclosures {
  readonly enclosedDocuments?: readonly EnclosedDocument[] | undefined;
}

interface Enclosing {
  readonly fileId: string;
  readonly content: WithEnclosures;
  /** From which the letter began. */
  readonly templateId: string | null;
  /** What the letter said before: what it has of its template stays, also when that was taken off meanwhile. */
  readonly before?: WithEnclosures;
}

/** What a version that stands encloses: it has it by now. */
export const enclosedBy = (
  fileId: string,
  { templateId }: { readonly templateId: string | null },
  { content }: { readonly content: WithEnclosures },
): Enclosing => ({ fileId, content, templateId, before: content });

const BYTES_OF_MEGABYTE = 1_000_000;
export const MOST_BYTES_ENCLOSED = MOST_ENCLOSED.megabytes * BYTES_OF_MEGABYTE;

/**
 * A letter encloses what lies on its file, as it lies there, and what goes with the template that it began from. Of any other
 * document nothing is told, whether there is one or not. Whoever asks holds the lock on the file; a letter without documents asks nothing.
 * @throws Refusal `enclosure-not-on-file`, `enclosures-too-large`.
 */
export async function refuseUnfitEnclosures(
  database: SqlRunner,
  organisationId: string,
  { fileId, content: { enclosedDocuments = [] }, templateId, before }: Enclosing,
): Promise<void> {
  if (enclosedDocuments.length === 0) return;
  const documentIds = enclosedDocuments.map(({ documentId }) => documentId);
  const fit = new Map(
    (await documentsOnFile(database, organisationId, { fileId, documentIds })).map((document) => [
      document.id,
      document,
    ]),
  );
  const others = documentIds.filter((id) => !fit.has(id));
  if (templateId !== null && others.length > 0) {
    const already = (before?.enclosedDocuments ?? []).map(({ documentId }) => documentId);
    const asked = { templateId, documentIds: others, already };
    for (const document of await documentsWithTemplate(database, organisationId, asked)) fit.set(document.id, document);
  }
  let bytes = 0;
  for (const [index, { documentId, title, sha256, pages }] of enclosedDocuments.entries()) {
    const document = fit.get(documentId);
    if (document?.sha256 !== sha256 || document.pages !== pages) throw notOnFile(index, title);
    bytes += document.size;
  }
  if (bytes > MOST_BYTES_ENCLOSED) {
    throw new Refusal('enclosures-too-large', { most: String(MOST_ENCLOSED.megabytes) });
  }
}

function notOnFile(index: number, title: string): Refusal {
  const errors = [{ pointer: `#/content/enclosedDocuments/${index}/documentId`, detail: 'not-on-file' }] as const;
  return new Refusal('enclosure-not-on-file', { title }, { errors });
}
