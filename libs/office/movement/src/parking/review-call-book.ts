import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type FileChanged,
  LONGEST_UNTIL_REVIEW,
  type ReviewCallBook as ReviewCallBookRequest,
} from '@patravali/contract';
import { changeCustody, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { writeParkingLine } from './parking-lines';
import { refuseDay } from './refuse-day';

/** The monthly review of a case in the call book: it stays, and is reviewed again. */
@Injectable()
export class ReviewCallBook {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `day-too-early`, `day-too-late`. */
  @Serves('reviewCallBook')
  execute(actor: Actor, fileId: string, request: ReviewCallBookRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'review_call_book', ifMatch });
      const { reviewOn, remarks } = request;
      await refuseDay(tx, reviewOn, '#/reviewOn', { earliest: 1, latest: LONGEST_UNTIL_REVIEW });
      await writeParkingLine(tx, actor, fileId, { kind: 'reviewed', untilOn: reviewOn, remarks });
      const version = await changeCustody(tx, custody, { state, reviewOn });
      await tx.record('file.call_book_reviewed', fileId, { reason: remarks, data: { reviewOn } });
      return { id: fileId, version };
    });
  }
}
