import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, TakeOutOfCallBook as TakeOutOfCallBookRequest } from '@patravali/contract';
import { changeCustody, lockCustody, startClock } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { NOT_SET_ASIDE, writeParkingLine } from './parking-lines';

/** The case can move again: it is back in the inbox, and among the arrears, and its clock goes on. */
@Injectable()
export class TakeOutOfCallBook {
  constructor(private readonly transactions: Transactions) {}

  @Serves('takeOutOfCallBook')
  execute(actor: Actor, fileId: string, request: TakeOutOfCallBookRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'take_out_of_call_book', ifMatch });
      const { remarks } = request;
      await writeParkingLine(tx, actor, fileId, { kind: 'taken_out', remarks });
      const version = await changeCustody(tx, custody, {
        state,
        ...NOT_SET_ASIDE,
        ...(await startClock(tx, custody)),
      });
      await tx.record('file.taken_out_of_call_book', fileId, { reason: remarks });
      return { id: fileId, version };
    });
  }
}
