import type { DraftContent } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { certifiedNames } from '@patravali/signing';
import { FINISH_ISSUE, MAKE_COPIES } from '../making/finishing-jobs';
import type { LetterFrame } from '../making/letter-frame';
import type { FixedLook } from '../making/letter-look';
import { type Issuing, letterData, NO_NAMES } from '../making/letter-to-set';
import type { GoingOut } from '../making/signature-mode';
import { letterPage } from '../page/letter-page';
import { refuseUnprintable } from '../page/refuse-unprintable';
import { drawIssuing } from './draw-issuing';
import { enterNumber, nextOfDay, type NumberedLetter } from './enter-number';
import { enterSignatories, type Signatory } from './signatories';
import { borneNumber } from '../register/issue-rows';

/** What the register says of a letter beside what is drawn and fixed here. */
type FromDraft = Omit<
  NumberedLetter,
  'number' | 'numberHi' | 'code' | 'issuedOn' | 'issuedAt' | 'letter' | 'signedByUserId' | 'unitId'
>;

export interface LetterToNumber {
  readonly entry: FromDraft;
  readonly content: DraftContent;
  readonly frame: LetterFrame;
  readonly look: FixedLook;
  /** Whose name the letter bears. */
  readonly holder: NonNullable<LetterFrame['signatory']['holder']>;
  /** Who issues what the signatory approved; null when the signatory does it himself. */
  readonly issuer: Issuing['issuer'];
  readonly goingOut: GoingOut;
  /** Who signs it, in turn, where its officers do. */
  readonly signatories: readonly Signatory[];
  /** Where anybody checks the letter; null while nobody could follow it. */
  readonly address: string | null;
  /** That of the template from which it began. */
  readonly series: string | undefined;
}

/**
 * A letter gets its number and its day, and all that it needs to be made is entered in the register. A job makes it, should nobody do so
 * before. Whoever asks holds the lock on the file. @throws Refusal `characters-not-printable`.
 */
export async function numberLetter(tx: Transaction, letter: LetterToNumber) {
  const { entry, content, frame, look, holder, issuer, address, series } = letter;
  const ofDay = await nextOfDay(tx, entry);
  const drawn = await drawIssuing(tx, frame, { address, ofDay, series });
  const signed = { ...frame, signatory: { ...frame.signatory, holder } };
  const { certified, ownCopies } = letter.goingOut;
  const userIds = letter.signatories.map(({ userId }) => userId);
  const names = certified === 'signed' ? await certifiedNames(tx, tx.by.organisationId, userIds) : NO_NAMES;
  const toSet = letterData(content, signed, look, names, { ...drawn, issuer });
  refuseUnprintable(letterPage(toSet).data);
  const { number } = drawn;
  const issueId = await enterNumber(tx, {
    ...entry,
    number,
    numberHi: drawn.numberHi,
    code: drawn.genuine.code,
    issuedOn: drawn.day,
    issuedAt: drawn.signedAt,
    letter: toSet,
    signedByUserId: holder.userId,
    unitId: frame.unit.id,
  });
  if (certified === 'signed') await enterSignatories(tx, issueId, letter.signatories);
  const job = certified === 'sealed' && ownCopies ? MAKE_COPIES : FINISH_ISSUE;
  await tx.enqueue(job, { organisationId: tx.by.organisationId, issueId });
  return { issueId, number, numberOnLetter: borneNumber({ ...drawn, language: entry.language }) };
}
