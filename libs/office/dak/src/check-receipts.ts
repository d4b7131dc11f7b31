import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ForwardReceipt } from '@patravali/contract';
import { refuseUnfitDueDate } from '@patravali/custody';
import { eachRefusal, refusalOf, type Refusals } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { receiptsOf, refuseReceiptMove } from './lock-receipt';
import { readEnds } from './send-receipt';

/**
 * Which of these receipts could not be marked so, and why, by the rules of `ForwardReceipt`; or not be opened, by those of
 * `OpenReceipt`. As many statements for many receipts as for one. Nothing is changed, and nothing counts as opened.
 */
@Injectable()
export class CheckReceipts {
  constructor(private readonly database: EntityManager) {}

  async forward(actor: Actor, receiptIds: readonly string[], request: ForwardReceipt): Promise<Refusals> {
    const { database } = this;
    const [receipts, unfitPost, unfitDay] = await Promise.all([
      receiptsOf(database, actor, receiptIds),
      refusalOf(readEnds(database, actor, request)),
      refusalOf(refuseUnfitDueDate(database, actor.organisationId, request.dueOn, '#/dueOn')),
    ]);
    return await eachRefusal(receiptIds, (receiptId) => {
      refuseReceiptMove(actor, 'forward', receipts.get(receiptId));
      const unfit = unfitPost ?? unfitDay;
      if (unfit) throw unfit;
    });
  }

  async open(actor: Actor, receiptIds: readonly string[]): Promise<Refusals> {
    const receipts = await receiptsOf(this.database, actor, receiptIds);
    return await eachRefusal(receiptIds, (receiptId) => refuseReceiptMove(actor, 'open', receipts.get(receiptId)));
  }
}
