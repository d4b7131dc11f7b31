import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, LinkFile as LinkFileRequest } from '@patravali/contract';
import { countAsOpening, lockCustody, readOtherFile } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { writeLink } from './file-links';

/** Links the file to another that one may read, wherever that lies: both stay independent, and each tells of the other. */
@Injectable()
export class LinkFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `linked-to-itself`, `unknown-file`, `already-linked`. */
  @Serves('linkFile')
  execute(actor: Actor, fileId: string, { otherFileId }: LinkFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'link', ifMatch });
      const other = await readOtherFile(tx, actor, otherFileId, '#/otherFileId');
      if (other.fileId === custody.fileId) throw new Refusal('linked-to-itself');
      if (!(await writeLink(tx, fileId, other.fileId))) throw new Refusal('already-linked');
      await countAsOpening(tx, custody);
      await tx.record('file.linked', fileId, { relatedId: other.fileId });
      return { id: fileId, version: custody.version };
    });
  }
}
