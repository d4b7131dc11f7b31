import { type Actor, rowFilter } from '@patravali/authorization';
import { RecognisedLine, TEXT_STATES } from '@patravali/contract';
import { Parameters, select } from '@patravali/database';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Document } from '../document/document.entity';
import { PageWithText } from '../inspection';

const LetterText = z.object({
  state: z.enum(TEXT_STATES),
  /** In India. */
  today: z.string(),
  /** What pages say of themselves. */
  own: z.array(PageWithText),
  /** What was read on scans. */
  scanned: z.array(z.object({ page: z.int(), lines: z.array(RecognisedLine) })),
});
export type LetterText = z.infer<typeof LetterText>;

/** The first two pages and the last one of a document that the acting post has uploaded; null for any other. One statement. */
export async function letterText(
  database: EntityManager,
  actor: Actor,
  documentId: string,
): Promise<LetterText | null> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const uploaded = rowFilter(actor.ability, 'read', Document, 'd', parameters);
  const [text] = await select(
    database,
    LetterText,
    `SELECT COALESCE(t.state, 'none') AS state, india_today()::text AS today, COALESCE((SELECT jsonb_agg(p) FROM jsonb_array_elements(t.own) p
         WHERE (p->>'page')::integer <= 2 OR (p->>'page')::integer = d.pages), '[]') AS own,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('page', p.page, 'lines', p.lines) ORDER BY p.page), '[]')
        FROM page_text p WHERE p.document_id = d.id AND (p.page <= 2 OR p.page = d.pages)) AS scanned
     FROM document d LEFT JOIN document_text t ON t.document_id = d.id
     WHERE d.organisation_id = ${bind(actor.organisationId)} AND d.id = ${bind(documentId)} AND ${uploaded}`,
    parameters.values,
  );
  return text ?? null;
}
