import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { changeCustody, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { NOT_SET_ASIDE, writeParkingLine } from './parking-lines';

/** The holder takes a parked file up again before its time. */
@Injectable()
export class TakeUpFile {
  constructor(private readonly transactions: Transactions) {}

  @Serves('takeUpFile')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'take_up', ifMatch });
      await writeParkingLine(tx, actor, fileId, { kind: 'taken_up' });
      const version = await changeCustody(tx, custody, { state, ...NOT_SET_ASIDE });
      await tx.record('file.taken_up', fileId);
      return { id: fileId, version };
    });
  }
}
