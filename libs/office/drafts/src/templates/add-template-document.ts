import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type AddTemplateDocument as Request, type DraftTemplateKept, MOST_ENCLOSED } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { claimDocument, DOCUMENT_VIEW, DOCUMENTS, DocumentUses, joinDocument } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import {
  enterTemplateDocument,
  GOES_WITH_TEMPLATE,
  lockTemplate,
  takeTurns,
  TEMPLATE_DOCUMENTS,
} from '@patravali/organisation';
import { z } from 'zod';
import { MOST_BYTES_ENCLOSED } from '../enclosures/refuse-unfit-enclosures';

/** A form or a statement to be filled in, with which drafts of a template begin. Drafts that have begun stay as they are. */
@Injectable()
export class AddTemplateDocument {
  constructor(
    private readonly transactions: Transactions,
    private readonly documentUses: DocumentUses,
  ) {}

  /**
   * @throws Refusal `not-found` when the template is of another unit; `not-allowed`, `not-for-assistants`, `template-retired`,
   * `unknown-document`, `template-documents-full`, `enclosures-too-large`.
   */
  @Serves('addTemplateDocument')
  execute(actor: Actor, templateId: string, { documentId, title, reason }: Request): Promise<DraftTemplateKept> {
    return this.transactions.run(actor, async (tx) => {
      const { code } = await lockTemplate(tx, actor, templateId);
      await takeTurns(tx, actor.postId);
      const document = await this.claimed(tx, actor, documentId);
      const place = await freePlace(tx, templateId, document.size);
      await enterTemplateDocument(tx, { ...document, documentId, templateId, place, title });
      await tx.record('organisation.template_document_added', actor.organisationId, {
        relatedId: templateId,
        reason,
        data: { template: code, document: title },
      });
      return { id: templateId };
    });
  }

  /** What nothing else uses, of the post that uploaded it. */
  private async claimed(tx: Transaction, actor: Actor, documentId: string): Promise<z.output<typeof CLAIMED>> {
    const { sha256, pages, size } = DOCUMENT_VIEW.expressions;
    const isFree = (await claimDocument(tx, this.documentUses, actor, documentId)) === 'free';
    const [document] = isFree
      ? await tx.select(
          CLAIMED,
          `SELECT ${sha256} AS sha256, ${pages} AS pages, ${size} AS size FROM ${DOCUMENTS}
           WHERE d.organisation_id = $1 AND d.id = $2`,
          [actor.organisationId, documentId],
        )
      : [];
    if (document) return document;
    const errors = [{ pointer: '#/documentId', detail: 'unknown-document' }] as const;
    throw new Refusal('unknown-document', {}, { errors });
  }
}

const CLAIMED = z.object({ sha256: z.string(), pages: z.int(), size: z.int() });

/** The first place of the template that is free, if together no more goes with it than a mail brings. */
async function freePlace(tx: Transaction, templateId: string, size: number): Promise<number> {
  const standing = await tx.select(
    z.object({ place: z.int(), size: z.int() }),
    `SELECT w.place, ${DOCUMENT_VIEW.expressions.size} AS size
     FROM ${TEMPLATE_DOCUMENTS} ${joinDocument('w.document_id')}
     WHERE w.organisation_id = $1 AND w.template_id = $2 AND ${GOES_WITH_TEMPLATE} ORDER BY w.place`,
    [tx.by.organisationId, templateId],
  );
  const { documents, megabytes } = MOST_ENCLOSED;
  if (standing.length >= documents) throw new Refusal('template-documents-full', { most: String(documents) });
  const bytes = standing.reduce((sum, each) => sum + each.size, size);
  if (bytes > MOST_BYTES_ENCLOSED) throw new Refusal('enclosures-too-large', { most: String(megabytes) });
  const gap = standing.findIndex(({ place }, index) => place !== index + 1);
  return (gap === -1 ? standing.length : gap) + 1;
}
