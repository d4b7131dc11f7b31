import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SignNote as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { readToSign, ToSign } from '@patravali/signing';
import { ConfirmNote } from '../writing/confirm-note';
import type { PendingNote } from '../note/note.entities';
import type { NoteChanged } from '../note/pending-note';
import { NoteSigner } from './note-signer';

/** The author confirms his note and signs it: first it is read, then signed while nothing is held, then confirmed with the signature. */
@Injectable()
export class SignNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly confirmNote: ConfirmNote,
    private readonly signer: NoteSigner,
  ) {}

  /** @throws Refusal of `ConfirmNote` and `NoteSigner`; `changed-meanwhile` when the note was changed while it was signed. */
  @Serves('signNote')
  async execute(actor: Actor, fileId: string, request: Request, ifMatch?: number): Promise<NoteChanged> {
    const read = await readToSign<PendingNote, NoteChanged>(this.transactions, actor, async (tx) => {
      return (await this.confirmNote.confirmable(tx, actor, fileId, ifMatch)).pending;
    });
    if (!(read instanceof ToSign)) return read;
    const pending = read.read;
    const signature = await this.signer.sign(actor, pending, request);
    return await this.confirmNote.execute(actor, fileId, pending.version, signature);
  }
}
