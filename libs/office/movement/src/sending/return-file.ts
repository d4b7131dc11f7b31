import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, ReturnFile as ReturnFileRequest } from '@patravali/contract';
import { lockCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { SendFile } from './send-file';

/**
 * Sends the file back to the post that sent it, with a reason. A return agrees with nothing: without words it writes no
 * note, and stands on the sheet as a line of its own.
 */
@Injectable()
export class ReturnFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly sendFile: SendFile,
  ) {}

  @Serves('returnFile')
  execute(actor: Actor, fileId: string, request: ReturnFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'return', ifMatch });
      if (!custody.senderPostId) throw new Refusal('no-sender');
      const beforeOf = await this.sendFile.read(tx, actor, [fileId], custody.senderPostId);
      return await this.sendFile.execute(
        tx,
        actor,
        { custody, ...beforeOf(fileId) },
        {
          kind: 'returned',
          toPostId: custody.senderPostId,
          action: null,
          urgency: undefined,
          dueOn: null,
          remarks: request.reason,
          freezing: { note: request.note, confirmNote: request.confirmNote, signsAlone: false },
          explanation: request.explanation,
        },
      );
    });
  }
}
