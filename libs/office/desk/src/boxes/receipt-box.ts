import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CopiedReceipt, type PageRows, type PageQuery, type ReceiptRow } from '@patravali/contract';
import { COPIES, copiesOf, COPY, RECEIPT_ROW, receipts, receiptsOnDesk, receiptsSent } from '@patravali/dak';
import { pageByKey, Parameters } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

const COPIED = RECEIPT_ROW.with(CopiedReceipt.pick({ copy: true }).shape, { copy: COPY.json });

/**
 * The receipts on the desk of the acting post, those that it has sent, and those of which it has a copy, the latest first: one
 * statement a page.
 */
@Injectable()
export class ReceiptBox {
  constructor(private readonly database: EntityManager) {}

  @Serves('listReceiptInbox')
  execute(actor: Actor, query: PageQuery): Promise<PageRows<ReceiptRow>> {
    return this.page(actor, query, receiptsOnDesk);
  }

  @Serves('listSentReceipts')
  sent(actor: Actor, query: PageQuery): Promise<PageRows<ReceiptRow>> {
    return this.page(actor, query, receiptsSent);
  }

  private page(
    actor: Actor,
    query: PageQuery,
    which: (actor: Actor, parameters: Parameters) => string[],
  ): Promise<PageRows<ReceiptRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: RECEIPT_ROW,
        source: receipts(actor, parameters),
        where: which(actor, parameters),
        parameters,
        order: { column: RECEIPT_ROW.expressions.since, type: 'timestamptz', direction: 'DESC' },
        id: RECEIPT_ROW.expressions.id,
      },
      query,
    );
  }

  @Serves('listReceiptCopies')
  copies(actor: Actor, query: PageQuery): Promise<PageRows<CopiedReceipt>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: COPIED,
        source: `${COPIES.source} JOIN (${receipts(actor, parameters)}) ON r.id = ${COPIES.receipt}`,
        where: copiesOf(actor, parameters),
        parameters,
        order: { column: COPIES.at, type: 'timestamptz', direction: 'DESC' },
        id: COPIES.receipt,
      },
      query,
    );
  }
}
