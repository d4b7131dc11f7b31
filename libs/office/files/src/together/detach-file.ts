import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DetachFile as DetachFileRequest, FileChanged } from '@patravali/contract';
import { changeCustody, countAsOpening, FileCustody, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';

/** Takes a file out of the one inside which it came: it lies on the same desk, and goes its own way again. */
@Injectable()
export class DetachFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `changed-meanwhile` when it was attached to another file in this moment. */
  @Serves('detachFile')
  execute(actor: Actor, fileId: string, { remarks }: DetachFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const seen = await tx.find(FileCustody, { fileId });
      const attachedTo = seen?.attachedToFileId ?? null;
      // The main file first, as its movements do, which then take what is inside.
      const main = attachedTo === null ? null : await tx.lock(FileCustody, { fileId: attachedTo });
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'detach', ifMatch });
      if (!main) throw new Refusal('changed-meanwhile');
      if (custody.attachedToFileId !== main.fileId) throw new Refusal('changed-meanwhile');
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        state,
        attachedToFileId: null,
      });
      await countAsOpening(tx, main);
      await tx.record('file.detached', fileId, { reason: remarks, relatedId: main.fileId });
      return { id: fileId, version };
    });
  }
}
