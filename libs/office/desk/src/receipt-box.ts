import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { PageRows, PageQuery, ReceiptRow } from '@patravali/contract';
import { RECEIPT_ROW, receipts, receiptsOnDesk } from '@patravali/dak';
import { pageByKey } from '@patravali/database';
import { EntityManager } from 'typeorm';

/** The receipts on the desk of the acting post, the latest first: one statement a page. */
@Injectable()
export class ReceiptBox {
  constructor(private readonly database: EntityManager) {}

  execute(actor: Actor, query: PageQuery): Promise<PageRows<ReceiptRow>> {
    const parameters = new Parameters();
    return pageByKey(
      this.database,
      {
        projection: RECEIPT_ROW,
        source: receipts(actor, parameters),
        where: receiptsOnDesk(actor, parameters),
        parameters,
        order: { column: RECEIPT_ROW.expressions.since, type: 'timestamptz', direction: 'DESC' },
        id: RECEIPT_ROW.expressions.id,
      },
      query,
    );
  }
}
