import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { LetterSigned, SignLetter as Request } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import {
  enterSignature,
  enterStampFailure,
  Issue,
  LetterSignatory,
  LettersToSign,
  signaturesOf,
  type Turn,
} from '@patravali/dispatch';
import { isUnstamped, officeTime, type OpenedKey, OpenKey, preparedAt } from '@patravali/signing';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { type SignatureLevel, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { draftStateAfter } from '../draft-lifecycle';
import { Draft } from '../draft.entities';
import type { LetterData } from '../letter/letter-data';
import { enterLetter } from './enter-letter';
import { MAKE_COPIES } from './finishing-jobs';
import type { PrintedLetter } from './print-letter';
import { refuseOutOfTurn, ToBeSigned } from './to-be-signed';

/** He has signed before: in another tab, or the request comes again. */
class SignedBefore extends Error {}

/** What was signed, and when. */
interface Signing {
  readonly issue: Issue;
  readonly turn: Turn;
  readonly key: OpenedKey;
  readonly at: Date;
  readonly printed: PrintedLetter;
  readonly level: SignatureLevel;
}

/**
 * An officer signs a numbered letter with a key of his own. Each signature is an update behind the bytes that were there, made
 * while nothing is held; then it is entered, and the last one issues the letter, or has the
 * own copies of its addressees made, with which it is issued. What fails leaves the letter waiting, and at most
 * an object that no row names.
 */
@Injectable()
export class SignLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly toBeSigned: ToBeSigned,
    private readonly openKey: OpenKey,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'timestamp'>,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it; `illegal-draft-move` once its number is cancelled, `not-your-turn`,
   * `signatory-changed`; `key-ended`, `certificate-not-valid`, `passphrase-wrong`; of a token `signature-unfit`, `prepared-long-ago`;
   * `timestamp-unavailable`, which is remembered; those of typesetter and store.
   */
  async execute(actor: Actor, issueId: string, request: Request): Promise<LetterSigned> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    if (turn.signed >= turn.ordinal) return await this.answerAgain(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    refuseOutOfTurn(actor, issue, turn);
    const { made, ...withKey } = request;
    const key = await this.openKey.execute(actor, { ...withKey, signature: made?.signature ?? null });
    const now = await officeTime(this.database);
    const signing = await this.sign(actor, { issue, turn, key, at: made ? preparedAt(made.at, now) : now });
    try {
      return await this.transactions.run(actor, (tx) => enter(tx, actor, signing));
    } catch (error) {
      if (error instanceof SignedBefore) return await this.answerAgain(actor, issueId);
      throw error;
    }
  }

  private async sign(actor: Actor, { issue, turn, key, at }: Omit<Signing, 'printed' | 'level'>): Promise<Signing> {
    const { organisationId } = actor;
    const { ordinal } = turn;
    const { pdf, signature } = await this.toBeSigned.of(issue, ordinal, at);
    const { timestamp } = this.config;
    const options = { signer: key.signer, signature, ...(timestamp && { timestamp, longTerm: true }) };
    try {
      const { bytes, pages, level } = await this.openKey.using(actor, key, () => this.typesetter.sign(pdf, options));
      return { issue, turn, key, at, level, printed: { ...(await this.store.put({ bytes })), pages } };
    } catch (error) {
      if (isUnstamped(error)) await enterStampFailure(this.database, { organisationId, issueId: issue.id, ordinal });
      throw error;
    }
  }

  /** The answer that was kept, if the request comes again; else how the letter stands. */
  private async answerAgain(actor: Actor, issueId: string): Promise<LetterSigned> {
    try {
      return await this.transactions.run<LetterSigned>(actor, async (tx) => {
        // What was answered under its key comes with the first that is asked.
        await signaturesOf(tx, actor.organisationId, issueId);
        throw new SignedBefore();
      });
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

async function enter(tx: Transaction, actor: Actor, signing: Signing): Promise<LetterSigned> {
  const { issue, turn, key, at, printed, level } = signing;
  const { id: issueId, number, fileId, draftId, draftVersion } = issue;
  const { ordinal, of } = turn;
  const custody = await tx.lock(FileCustody, { fileId });
  const draft = await tx.lock(Draft, { id: draftId });
  if ((await signaturesOf(tx, actor.organisationId, issueId)) >= ordinal) throw new SignedBefore();
  if (draft.state !== 'numbered') draftStateAfter('issue', draft.state);
  const { userId, postId, capacity } = actor;
  await enterSignature(tx, {
    ...{ issueId, ordinal, userId, postId, capacity, keyId: key.id, fingerprint: key.fingerprint, at },
    ...{ sha256: printed.sha256, size: printed.size, pages: printed.pages, level },
  });
  const signed = { signature: `${ordinal}/${of}`, certificate: key.subject };
  if (ordinal === of && !issue.ownCopies) {
    const letter = issue.letter as LetterData;
    await enterLetter(tx, { issue, letter, printed, copies: [], custody, draft, signed });
    return { issueId, number, state: 'issued', signed: of, of };
  }
  if (ordinal === of) await tx.enqueue(MAKE_COPIES, { organisationId: actor.organisationId, issueId });
  // Whoever signs next sees at once that something has come.
  const next = await tx.find(LetterSignatory, { issueId, ordinal: ordinal + 1 });
  await tx.record({
    subject: { kind: 'file', id: fileId },
    name: 'draft.signed',
    relatedId: issueId,
    contentHash: printed.sha256,
    data: { draftId, ordinal: draft.ordinal, draftVersion, number, ...signed, toPostId: next?.postId },
  });
  return { issueId, number, state: 'numbered', signed: ordinal, of };
}
