import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NotePrepared, PrepareNote as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { readToSign, ToSign } from '@patravali/signing';
import { ConfirmNote } from '../writing/confirm-note';
import type { PendingNote } from '../note/note.entities';
import { NoteSigner } from './note-signer';

/** What a token has to sign, for the author of the note in writing; changes nothing. */
@Injectable()
export class PrepareNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmNote: ConfirmNote,
    private readonly signer: NoteSigner,
  ) {}

  /** @throws Refusal of `ConfirmNote` and `NoteSigner`. */
  @Serves('prepareNote')
  async execute(actor: Actor, fileId: string, { keyId }: Request, ifMatch?: number): Promise<NotePrepared> {
    const read = await readToSign<PendingNote, NotePrepared>(this.transactions, actor, async (tx) => {
      return (await this.confirmNote.confirmable(tx, actor, fileId, ifMatch)).pending;
    });
    return read instanceof ToSign ? await this.signer.prepare(actor, read.read, keyId) : read;
  }
}
