import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, UnlinkFile as UnlinkFileRequest } from '@patravali/contract';
import { askWhetherDue, countAsOpening, FileCustody, lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { deleteLink } from './file-links';

/** The two files concern each other no longer: an act of whoever holds one of them. */
@Injectable()
export class UnlinkFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-linked`, also for a file that the actor may not read. */
  @Serves('unlinkFile')
  execute(
    actor: Actor,
    fileId: string,
    otherFileId: string,
    { reason }: UnlinkFileRequest,
    ifMatch?: number,
  ): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'unlink', ifMatch });
      const other = await tx.find(FileCustody, { fileId: otherFileId });
      await askWhetherDue(tx, actor, [other]);
      const mayRead = other !== null && actor.ability.can('read', other);
      if (!mayRead || !(await deleteLink(tx, fileId, otherFileId))) throw new Refusal('not-linked');
      await countAsOpening(tx, custody);
      await tx.record('file.unlinked', fileId, { reason, relatedId: other.fileId });
      return { id: fileId, version: custody.version };
    });
  }
}
