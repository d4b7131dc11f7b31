import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { LetterSigned } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { DOCUMENT_SIGNING, type DocumentSigning, type SignatureLevel } from '@patravali/signatures';
import { isUnstamped, type OpenedKey, OpenKey } from '@patravali/signing';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { refuseSettled } from '../register/refuse-settled';
import { NumberedDrafts } from '../issuing/numbered-drafts';
import type { LetterData } from '../page/letter-data';
import { enterLetter } from '../issuing/enter-letter';
import { MAKE_COPIES } from '../making/finishing-jobs';
import type { PrintedLetter } from '../making/print-letter';
import { signaturesOf } from '../register/standing-pdf';
import type { Issue } from '../register/issue.entities';
import { LetterSignatory } from '../register/signing.entities';
import type { Turn } from './letters-to-sign';
import { refuseOtherName, ToBeSigned } from './to-be-signed';
import { enterSignature, enterStampFailure } from './enter-signatures';

/** He has signed before: in another tab, or the request comes again. */
export class SignedBefore extends Error {}

/** What is signed, with what, and when. */
export interface ToSign {
  readonly issue: Issue;
  readonly turn: Turn;
  readonly key: OpenedKey;
  readonly at: Date;
}

export interface Signing extends ToSign {
  readonly printed: PrintedLetter;
  readonly level: SignatureLevel;
}

/** Puts the signature of an officer into a letter, whatever it is made with: an update behind the bytes that were there, while nothing is held. */
@Injectable()
export class LetterSigning {
  constructor(
    private readonly database: EntityManager,
    private readonly toBeSigned: ToBeSigned,
    private readonly openKey: OpenKey,
    private readonly drafts: NumberedDrafts,
    @Inject(DOCUMENT_SIGNING) private readonly documentSigning: DocumentSigning,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'timestamp'>,
  ) {}

  /** @throws Refusal as `OpenKey.using`; `certificate-name-not-on-letter`; `timestamp-unavailable`, which is remembered; those of typesetter and store. */
  async execute(actor: Actor, { issue, turn, key, at }: ToSign): Promise<Signing> {
    const { organisationId } = actor;
    const { ordinal } = turn;
    refuseOtherName(issue, ordinal, key.holder);
    const { pdf, signature } = await this.toBeSigned.of(issue, ordinal, at);
    const { timestamp } = this.config;
    const options = { signer: key.signer, signature, ...(timestamp && { timestamp, longTerm: true }) };
    try {
      const { bytes, pages, level } = await this.openKey.using(actor, key, () =>
        this.documentSigning.sign(pdf, options),
      );
      return { issue, turn, key, at, level, printed: { ...(await this.store.put({ bytes })), pages } };
    } catch (error) {
      if (isUnstamped(error)) await enterStampFailure(this.database, { organisationId, issueId: issue.id, ordinal });
      throw error;
    }
  }

  /** The signature is entered, and the last one issues the letter, or has the own copies of its addressees made. @throws SignedBefore */
  async enter(tx: Transaction, actor: Actor, signing: Signing): Promise<LetterSigned> {
    const { issue, turn, key, at, printed, level } = signing;
    const { id: issueId, number, fileId, draftId, draftVersion } = issue;
    const { ordinal, of } = turn;
    const custody = await tx.lock(FileCustody, { fileId });
    const draft = await this.drafts.lock(tx, draftId);
    if ((await signaturesOf(tx, actor.organisationId, issueId)) >= ordinal) throw new SignedBefore();
    refuseSettled(draft.state);
    const { userId, postId, capacity } = actor;
    await enterSignature(tx, {
      issueId,
      ordinal,
      userId,
      postId,
      capacity,
      keyId: key.id,
      fingerprint: key.fingerprint,
      rootFingerprint: key.root,
      revocation: key.revocation,
      at,
      sha256: printed.sha256,
      size: printed.size,
      pages: printed.pages,
      level,
    });
    const signed = { signature: `${ordinal}/${of}`, certificate: key.subject, revocation: key.revocation };
    if (ordinal === of && !issue.ownCopies) {
      const letter = issue.letter as LetterData;
      await enterLetter(tx, { issue, letter, printed, copies: [], custody, draft, signed });
      return { issueId, number, state: 'issued', signed: of, of };
    }
    if (ordinal === of) await tx.enqueue(MAKE_COPIES, { organisationId: actor.organisationId, issueId });
    // Whoever signs next sees at once that something has come.
    const next = await tx.find(LetterSignatory, { issueId, ordinal: ordinal + 1 });
    await tx.record('draft.signed', fileId, {
      relatedId: issueId,
      contentHash: printed.sha256,
      data: { draftId, ordinal: draft.ordinal, draftVersion, number, ...signed, toPostId: next?.postId },
    });
    return { issueId, number, state: 'numbered', signed: ordinal, of };
  }
}
