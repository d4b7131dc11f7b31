import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { countAsOpening, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';

/** The holding post opens the file; from then on the sender cannot pull it back. Reading a list is not opening. */
@Injectable()
export class OpenFile {
  constructor(private readonly transactions: Transactions) {}

  @Serves('openFile')
  execute(actor: Actor, fileId: string, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'open', ifMatch });
      const first = custody.openedAt === null;
      await countAsOpening(tx, custody);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.opened',
        data: { movement: custody.movements, first },
      });
      return { id: fileId, version: custody.version };
    });
  }
}
