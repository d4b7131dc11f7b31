import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type FileChanged,
  LONGEST_UNTIL_REVIEW,
  type PutInCallBook as PutInCallBookRequest,
} from '@patravali/contract';
import { changeCustody, lockCustody, openingOf, stopClock } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { NOT_SET_ASIDE, writeParkingLine } from './parking-lines';
import { refuseDay } from './refuse-day';

/** A case that cannot move for six months or more leaves the arrears and is reviewed monthly: an officer's act. Its clock stands still. */
@Injectable()
export class PutInCallBook {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `day-too-early`, `day-too-late`. */
  @Serves('putInCallBook')
  execute(actor: Actor, fileId: string, request: PutInCallBookRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'put_in_call_book', ifMatch });
      const { cause, reason, reviewOn } = request;
      await refuseDay(tx, reviewOn, '#/reviewOn', { earliest: 1, latest: LONGEST_UNTIL_REVIEW });
      await writeParkingLine(tx, actor, fileId, {
        kind: 'put_in_call_book',
        untilOn: reviewOn,
        cause,
        remarks: reason,
      });
      const evidence = { kind: 'words', words: reason, on: null } as const;
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        ...NOT_SET_ASIDE,
        state,
        reviewOn,
        backFromParking: null,
        ...(custody.clockStoppedOn ? {} : await stopClock(tx, custody, { reason: 'call_book', evidence })),
      });
      await tx.record('file.put_in_call_book', fileId, { reason, data: { cause, reviewOn } });
      return { id: fileId, version };
    });
  }
}
