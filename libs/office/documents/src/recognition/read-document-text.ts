import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DocumentText, type DocumentTextQuery } from '@patravali/contract';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { DocumentUses } from '../document/document-uses';
import { readableDocument } from '../document/readable-document';

/** A page of scan holds some 15 kB of words with their places. */
const PAGES_AT_ONCE = 50;

/** What was read on the scans of a document, for whoever may read the document. */
@Injectable()
export class ReadDocumentText {
  constructor(
    private readonly database: EntityManager,
    private readonly uses: DocumentUses,
  ) {}

  /** @throws Refusal `not-found` for whoever may not read the document. */
  @Serves('readDocumentText')
  async execute(actor: Actor, documentId: string, { after }: DocumentTextQuery): Promise<DocumentText> {
    const parameters = new Parameters();
    const readable = readableDocument(actor, this.uses, documentId, parameters);
    const [text] = await select(
      this.database,
      DocumentText.omit({ next: true }),
      `SELECT COALESCE(t.state, 'none') AS state, COALESCE(cardinality(t.scans), 0) AS scans,
         (SELECT count(*)::integer FROM page_text p WHERE p.document_id = d.id) AS read,
         (SELECT COALESCE(jsonb_agg(jsonb_build_object('page', p.page, 'language', p.language, 'lines', p.lines,
            'failed', p.failure IS NOT NULL) ORDER BY p.page), '[]')
          FROM (SELECT * FROM page_text p WHERE p.document_id = d.id AND p.page > ${parameters.bind(after)}
                ORDER BY p.page LIMIT ${PAGES_AT_ONCE}) p) AS pages
       FROM document d LEFT JOIN document_text t ON t.document_id = d.id WHERE ${readable}`,
      parameters.values,
    );
    if (!text) throw new Refusal('not-found');
    return { ...text, next: text.pages.length < PAGES_AT_ONCE ? null : (text.pages.at(-1)?.page ?? null) };
  }
}
