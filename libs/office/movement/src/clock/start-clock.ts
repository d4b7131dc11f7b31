import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { changeCustody, lockCustody, startClock } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';

/** The holder starts the clock of his desk again: the days that were counted before it was stopped are counted on. */
@Injectable()
export class StartClock {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `clock-runs`. */
  @Serves('startClock')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'start_clock', ifMatch });
      if (!custody.clockStoppedFor) throw new Refusal('clock-runs');
      const version = await changeCustody(tx, custody, await startClock(tx, custody));
      await tx.record('file.clock_started', fileId, {
        data: { stoppedFor: custody.clockStoppedFor, stoppedOn: custody.clockStoppedOn },
      });
      return { id: fileId, version };
    });
  }
}
