import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SignNote as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { officeTime, OpenKey } from '@patravali/signing';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { ConfirmNote } from '../confirm-note';
import type { PendingNote } from '../note.entities';
import type { NoteChanged } from '../pending-note';
import { canonicalNote } from './canonical-note';
import type { PendingSignature } from './note-signature.entity';

/** What is to be signed was read, and nothing of it stays. */
class ToSign extends Error {
  constructor(readonly pending: PendingNote) {
    super('to be signed');
  }
}

/** The author confirms his note and signs it: first it is read, then signed while nothing is held, then confirmed with the signature. */
@Injectable()
export class SignNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly confirmNote: ConfirmNote,
    private readonly openKey: OpenKey,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /**
   * @throws Refusal of `ConfirmNote`; `not-found` for the key of another, `key-ended`, `certificate-not-valid`, `passphrase-wrong`;
   * `changed-meanwhile` when the note was changed while it was signed; those of the typesetter.
   */
  async execute(actor: Actor, fileId: string, request: Request, ifMatch?: number): Promise<NoteChanged> {
    const read = await this.read(actor, fileId, ifMatch);
    if (!(read instanceof ToSign)) return read;
    const { pending } = read;
    const signature = await this.signed(actor, pending, request);
    return await this.confirmNote.execute(actor, fileId, pending.version, signature);
  }

  /** Or the answer that was kept, if the request comes again. */
  private async read(actor: Actor, fileId: string, ifMatch?: number): Promise<NoteChanged | ToSign> {
    try {
      return await this.transactions.run<NoteChanged>(actor, async (tx) => {
        const { pending } = await this.confirmNote.confirmable(tx, actor, fileId, ifMatch);
        throw new ToSign(pending);
      });
    } catch (error) {
      if (error instanceof ToSign) return error;
      throw error;
    }
  }

  private async signed(actor: Actor, pending: PendingNote, request: Request): Promise<PendingSignature> {
    const key = await this.openKey.execute(actor, request);
    // A token signs what is prepared for it, which a note is not yet.
    if (key.signer.kind !== 'p12') throw new Refusal('not-found');
    const at = await officeTime(this.database);
    const signed = canonicalNote(pending, actor, at);
    const cms = await this.openKey.using(actor, key, () =>
      this.typesetter.signDetached(Buffer.from(signed, 'utf8'), key.signer, at),
    );
    const { id: keyId, fingerprint } = key;
    return { keyId, fingerprint, at: at.toISOString(), signed, cms: Buffer.from(cms).toString('base64') };
  }
}
