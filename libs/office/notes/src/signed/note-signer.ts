import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NotePrepared, SignNote as WithKey } from '@patravali/contract';
import { DOCUMENT_SIGNING, type DocumentSigning } from '@patravali/signatures';
import { officeTime, OpenKey, preparedAt } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import type { PendingSignature } from '../note/note-signature.entity';
import { canonicalNote, type WordsToSign } from './canonical-note';

/** Signs the canonical form of a note with a key of its author, while nothing is held. */
@Injectable()
export class NoteSigner {
  constructor(
    private readonly database: EntityManager,
    private readonly openKey: OpenKey,
    @Inject(DOCUMENT_SIGNING) private readonly documentSigning: DocumentSigning,
  ) {}

  /**
   * @throws Refusal `not-found` for the key of another, `key-ended`, `certificate-not-valid`, `passphrase-wrong`; of a token
   * `signature-unfit`, also when the note is another than was prepared, and `prepared-long-ago`; those of the typesetter.
   */
  async sign(actor: Actor, note: WordsToSign, { made, ...withKey }: WithKey): Promise<PendingSignature> {
    const key = await this.openKey.execute(actor, { ...withKey, signature: made?.signature ?? null });
    const now = await officeTime(this.database);
    const at = made ? preparedAt(made.at, now) : now;
    const signed = canonicalNote(note, actor, at);
    const cms = await this.openKey.using(actor, key, () =>
      this.documentSigning.signDetached(Buffer.from(signed, 'utf8'), key.signer, at),
    );
    const { id: keyId, fingerprint, root: rootFingerprint, revocation } = key;
    const of = { keyId, fingerprint, rootFingerprint, revocation };
    return { ...of, at: at.toISOString(), signed, cms: Buffer.from(cms).toString('base64') };
  }

  /**
   * What a token has to sign. Nothing is kept: the same words and the same time give the same, when the signature comes back.
   * @throws Refusal `not-found` for a key that is no token of one's own, `key-ended`, `certificate-not-valid`; those of the typesetter.
   */
  async prepare(actor: Actor, note: WordsToSign, keyId: string): Promise<NotePrepared> {
    const certificates = await this.openKey.certificatesOf(actor, keyId);
    const at = await officeTime(this.database);
    const content = Buffer.from(canonicalNote(note, actor, at), 'utf8');
    const { toSign, digestAlgorithm } = await this.documentSigning.prepareDetached(content, { certificates, at });
    return { toSign: Buffer.from(toSign).toString('base64'), digestAlgorithm, at: at.toISOString() };
  }
}
