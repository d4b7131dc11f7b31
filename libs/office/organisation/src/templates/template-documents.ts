import type { EnclosedDocument } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';

/** Documents that go with what begins from a template, or have gone with it, as `w`. */
export const TEMPLATE_DOCUMENTS = 'template_document w';

/** Not those that were taken off. */
export const GOES_WITH_TEMPLATE = 'NOT w.taken_off';

/** The documents `w` with their template `t`. */
export const DOCUMENTS_OF_TEMPLATES = `${TEMPLATE_DOCUMENTS}
  JOIN draft_template t ON t.organisation_id = w.organisation_id AND t.id = w.template_id`;

/** What goes with the template `t`, as the contract's `EnclosedDocument`. */
export const ENCLOSED_WITH_TEMPLATE = `(SELECT COALESCE(jsonb_agg(jsonb_build_object('documentId', w.document_id,
    'title', w.title, 'pages', w.pages, 'sha256', w.sha256) ORDER BY w.place), '[]')
  FROM ${TEMPLATE_DOCUMENTS} WHERE w.organisation_id = t.organisation_id AND w.template_id = t.id AND ${GOES_WITH_TEMPLATE})`;

interface NewTemplateDocument extends EnclosedDocument {
  readonly templateId: string;
  /** One that no other document of the template has. */
  readonly place: number;
}

export async function enterTemplateDocument(
  tx: Transaction,
  { documentId, sha256, pages, templateId, place, title }: NewTemplateDocument,
): Promise<void> {
  await tx.execute(
    `INSERT INTO template_document (organisation_id, document_id, sha256, pages, template_id, place, title)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.by.organisationId, documentId, sha256, pages, templateId, place, title],
  );
}

/** @returns its title; null where no such document goes with the template. */
export async function takeOffTemplateDocument(
  tx: Transaction,
  templateId: string,
  documentId: string,
): Promise<string | null> {
  const [taken] = await tx.select(
    z.object({ title: z.string() }),
    `UPDATE template_document w SET taken_off = true
     WHERE w.organisation_id = $1 AND w.template_id = $2 AND w.document_id = $3 AND ${GOES_WITH_TEMPLATE} RETURNING w.title`,
    [tx.by.organisationId, templateId, documentId],
  );
  return taken?.title ?? null;
}
