import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { countAsOpening, type FileCustody, lockSeenCustody, readCustodies, stateAfterAct } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { eachRefusal, type Refusals } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

/** The holding post opens the file; from then on the sender cannot pull it back. Reading a list is not opening. */
@Injectable()
export class OpenFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  @Serves('openFile')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockSeenCustody(tx, actor, { fileId, ifMatch });
      refuseOpening(actor, custody);
      const first = custody.openedAt === null;
      await countAsOpening(tx, custody);
      await tx.record('file.opened', fileId, { data: { movement: custody.movements, first } });
      return { id: fileId, version: custody.version };
    });
  }

  /** Which of these files could not be opened now, and why: one statement. Nothing is changed. */
  async check(actor: Actor, fileIds: readonly string[]): Promise<Refusals> {
    const custodyOf = await readCustodies(this.database, actor, fileIds);
    return eachRefusal(fileIds, (fileId) => refuseOpening(actor, custodyOf(fileId)));
  }
}

/** The rule of opening, which depends on custody alone. */
function refuseOpening(actor: Actor, custody: FileCustody): void {
  stateAfterAct(actor, { move: 'open' }, custody);
}
