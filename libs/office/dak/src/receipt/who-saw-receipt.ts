import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import type { PageQuery, PageRows, SeenLine } from '@patravali/contract';
import { listWhoSaw } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { RECEIPT_ENCLOSURES } from './receipt-enclosures';
import { inOwnFile, RECEIPT_FACTS, receiptFrom } from './receipt-facts';
import { mayReadReceipt, RECEIPTS, receipts } from './receipt-row';

/** Who has seen a receipt, its scan or what came with it: for its holder, that of the file in which it lies, and the auditor. */
@Injectable()
export class WhoSawReceipt {
  constructor(private readonly database: EntityManager) {}

  /** The latest first. @throws Refusal `not-found` for whoever may not read the receipt; `not-allowed`. */
  @Serves('listWhoSawReceipt')
  async execute(actor: Actor, receiptId: string, query: PageQuery): Promise<PageRows<SeenLine>> {
    const facts = new Parameters();
    const asked = RECEIPT_FACTS.with({ isInOwnFile: z.boolean() }, { isInOwnFile: inOwnFile(actor, facts) });
    const [row] = await select(
      this.database,
      asked.row,
      `SELECT ${asked.columns} FROM ${receipts(actor, facts)} WHERE r.organisation_id = ${facts.bind(actor.organisationId)}
         AND r.id = ${facts.bind(receiptId)} AND (c.file_id IS NOT NULL OR ${mayReadReceipt(actor, facts)})`,
      facts.values,
    );
    if (!row) throw new Refusal('not-found');
    const { isInOwnFile, ...receipt } = row;
    if (!isInOwnFile) authorizeAction(actor, 'list_who_saw', receiptFrom(receipt));
    const parameters = new Parameters();
    const { organisationId } = actor;
    const [office, id] = [parameters.bind(organisationId), parameters.bind(receiptId)];
    const things = `SELECT 'receipt' AS kind, ${id}::uuid AS id
      UNION SELECT 'document', r.document_id FROM ${RECEIPTS} WHERE r.organisation_id = ${office} AND r.id = ${id}
      UNION SELECT 'document', e.document_id FROM ${RECEIPT_ENCLOSURES}
      WHERE e.organisation_id = ${office} AND e.receipt_id = ${id}`;
    return await listWhoSaw(this.database, { organisationId, parameters, things }, query);
  }
}
