import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CopiedReceipt, type PageRows, type PageQuery, type ReceiptRow } from '@patravali/contract';
import { DESK, LATEST_FIRST } from '@patravali/custody';
import { COPIES, copiesOf, COPY, RECEIPT_ROW, receipts, receiptsOnDesk, receiptsSent } from '@patravali/dak';
import { pageByKey, Parameters } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** A copy with its receipt, from `COPIES` and `receipts`. */
export const COPIED_RECEIPT = RECEIPT_ROW.with(CopiedReceipt.pick({ copy: true }).shape, { copy: COPY.json });

/**
 * The receipts on the desk of the acting post, those that it has sent, and those of which it has a copy, the latest first: one
 * statement a page.
 */
@Injectable()
export class ReceiptBox {
  constructor(private readonly database: EntityManager) {}

  @Serves('listReceiptInbox')
  execute(actor: Actor, query: PageQuery): Promise<PageRows<ReceiptRow>> {
    const parameters = new Parameters();
    const source = `${DESK} JOIN (${receipts(actor, parameters)}) ON r.id = e.id`;
    const where = receiptsOnDesk(actor, parameters);
    const list = { projection: RECEIPT_ROW, source, where, parameters, order: LATEST_FIRST, id: 'e.id' };
    return pageByKey(this.database, list, query);
  }

  @Serves('listSentReceipts')
  sent(actor: Actor, query: PageQuery): Promise<PageRows<ReceiptRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: RECEIPT_ROW,
        source: receipts(actor, parameters),
        where: receiptsSent(actor, parameters),
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
        projection: COPIED_RECEIPT,
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
