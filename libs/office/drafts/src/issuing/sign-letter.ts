import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Instant, type LetterSigned, type SignLetter as Request } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { select, type Transaction, Transactions } from '@patravali/database';
import { enterSignature, Issue, LettersToSign, signaturesOf, type Turn } from '@patravali/dispatch';
import { DocumentBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { fill, messagesOf } from '@patravali/messages';
import { type OpenedKey, OpenKey } from '@patravali/signing';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { draftStateAfter } from '../draft-lifecycle';
import { Draft } from '../draft.entities';
import type { LetterData } from '../letter/letter-data';
import { plainLanguage } from '../letter/letter-page';
import { signatoryAt } from '../letter/signatory-at';
import { enterLetter } from './enter-letter';
import { PrepareToSign } from './prepare-to-sign';
import type { PrintedLetter } from './print-letter';

/** He has signed before: in another tab, or the request comes again. */
class SignedBefore extends Error {}

/** What was signed, and when. */
interface Signing {
  readonly issue: Issue;
  readonly turn: Turn;
  readonly key: OpenedKey;
  readonly at: Date;
  readonly printed: PrintedLetter;
}

/**
 * An officer signs a numbered letter with a key of his own. Each signature is an update behind the bytes that were there, made
 * while nothing is held; then it is entered, and the last one issues the letter. What fails leaves the letter waiting, and at most
 * an object that no row names.
 */
@Injectable()
export class SignLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly prepare: PrepareToSign,
    private readonly openKey: OpenKey,
    private readonly documentBytes: DocumentBytes,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it; `illegal-draft-move` once its number is cancelled, `not-your-turn`,
   * `signatory-changed`; `key-ended`, `certificate-not-valid`, `passphrase-wrong`; those of typesetter and store.
   */
  async execute(actor: Actor, issueId: string, request: Request): Promise<LetterSigned> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    if (turn.signed >= turn.ordinal) return await this.answerAgain(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    refuseOutOfTurn(actor, issue, turn);
    const key = await this.openKey.execute(actor, request);
    const signing = await this.sign(actor, { issue, turn, key, at: await this.now() });
    try {
      return await this.transactions.run(actor, (tx) => enter(tx, actor, signing));
    } catch (error) {
      if (error instanceof SignedBefore) return await this.answerAgain(actor, issueId);
      throw error;
    }
  }

  private async sign(actor: Actor, { issue, turn, key, at }: Omit<Signing, 'printed'>): Promise<Signing> {
    const { number, organisationId } = issue;
    // Written by `numberDraft`, and by nobody else.
    const letter = issue.letter as LetterData;
    const language = plainLanguage(letter);
    const { name, designation } = signatoryAt(letter, turn.ordinal);
    const standing = await this.prepare.execute(organisationId, issue.id);
    const pdf = await this.documentBytes.whole({ ...standing, fileName: `${number}.pdf` });
    const reason = fill(messagesOf('letter', language).signatureReason, { number }, language);
    const signature = { name: name?.[language] ?? '', designation: designation[language], at, reason };
    const { bytes, pages } = await this.openKey.using(actor, key, () =>
      this.typesetter.sign(pdf, { signer: key.signer, signature }),
    );
    return { issue, turn, key, at, printed: { ...(await this.store.put({ bytes })), pages } };
  }

  /** By the clock of the office. */
  private async now(): Promise<Date> {
    const [clock] = await select(this.database, z.object({ at: Instant }), 'SELECT office_now() AS at');
    if (!clock) throw new Error('The database told no time');
    return new Date(clock.at);
  }

  /** The answer that was kept, if the request comes again; else how the letter stands. */
  private async answerAgain(actor: Actor, issueId: string): Promise<LetterSigned> {
    try {
      return await this.transactions.run<LetterSigned>(actor, () => Promise.reject(new SignedBefore()));
    } catch (error) {
      if (!(error instanceof SignedBefore)) throw error;
      const { signed, of } = await this.letters.turn(actor, issueId);
      const { state, number } = await this.database.findOneByOrFail(Issue, {
        organisationId: actor.organisationId,
        id: issueId,
      });
      if (state === 'cancelled') draftStateAfter('issue', state);
      return { issueId, number, state: state === 'issued' ? 'issued' : 'numbered', signed, of };
    }
  }
}

/** The name on the letter is of a person, in a capacity: nobody else signs for him. */
function refuseOutOfTurn({ userId, capacity, post }: Actor, { state }: Issue, turn: Turn): void {
  if (state !== 'numbered') draftStateAfter('issue', state);
  if (turn.signed + 1 < turn.ordinal) throw new Refusal('not-your-turn', { post: turn.next ?? '' });
  if (turn.userId !== userId || turn.capacity !== capacity) throw new Refusal('signatory-changed', { post: post.marking });
}

async function enter(tx: Transaction, actor: Actor, { issue, turn, key, at, printed }: Signing): Promise<LetterSigned> {
  const { id: issueId, number, fileId, draftId, draftVersion } = issue;
  const { ordinal, of } = turn;
  const custody = await tx.lock(FileCustody, { fileId });
  const draft = await tx.lock(Draft, { id: draftId });
  if ((await signaturesOf(tx, actor.organisationId, issueId)) >= ordinal) throw new SignedBefore();
  if (draft.state !== 'numbered') draftStateAfter('issue', draft.state);
  const { userId, postId, capacity } = actor;
  await enterSignature(tx, {
    ...{ issueId, ordinal, userId, postId, capacity, keyId: key.id, fingerprint: key.fingerprint, at },
    ...{ sha256: printed.sha256, size: printed.size },
  });
  const signed = { signature: `${ordinal}/${of}`, certificate: key.subject };
  if (ordinal === of) {
    const letter = issue.letter as LetterData;
    await enterLetter(tx, { issue, letter, printed, custody, draft, signed });
    return { issueId, number, state: 'issued', signed: of, of };
  }
  await tx.record({
    subject: { kind: 'file', id: fileId },
    name: 'draft.signed',
    relatedId: issueId,
    contentHash: printed.sha256,
    data: { draftId, ordinal: draft.ordinal, draftVersion, number, ...signed },
  });
  return { issueId, number, state: 'numbered', signed: ordinal, of };
}
