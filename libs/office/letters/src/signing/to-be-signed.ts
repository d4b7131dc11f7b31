import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { markingInBoth } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { fill, formatDate } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import type { Signature } from '@patravali/signatures';
import { isSameName } from '@patravali/signing';
import type { LetterData } from '../page/letter-data';
import { plainLanguage } from '../page/letter-page';
import { signatoryAt } from '../page/signatory-at';
import { PrepareToSign } from '../making/prepare-to-sign';
import { refuseSettled } from '../register/refuse-settled';
import type { Issue } from '../register/issue.entities';
import type { Turn } from './letters-to-sign';

/** The bytes that one of its officers signs, and what is said about his signature: the same for whoever prepares and whoever signs. */
@Injectable()
export class ToBeSigned {
  constructor(
    private readonly prepare: PrepareToSign,
    private readonly documentBytes: DocumentBytes,
  ) {}

  /** @throws Refusal `illegal-draft-move`, and those of typesetter and store. */
  async of(issue: Issue, ordinal: number, at: Date): Promise<{ pdf: Uint8Array; signature: Signature }> {
    const { id, number, organisationId } = issue;
    // Written by `numberLetter`, and by nobody else.
    const letter = issue.letter as LetterData;
    const language = plainLanguage(letter);
    const { name, designation, certificateName } = signatoryAt(letter, ordinal);
    const { rooms, ...standing } = await this.prepare.execute(organisationId, id);
    const pdf = await this.documentBytes.whole({ ...standing, fileName: `${number}.pdf` });
    const room = rooms.find((each) => each.ordinal === ordinal);
    const reason = fill(messagesOf('letter', language).signatureReason, { number }, language);
    return {
      pdf,
      signature: {
        name: certificateName ?? name?.[language] ?? '',
        designation: designation[language],
        at,
        reason,
        ...(room && { day: { text: formatDate('register', at.toISOString(), language), room } }),
      },
    };
  }
}

/** The name on the letter is of a person, in a capacity: nobody else signs for him. @throws Refusal */
export function refuseOutOfTurn({ userId, capacity, post }: Actor, { state }: Issue, turn: Turn): void {
  refuseSettled(state);
  if (turn.signed + 1 < turn.ordinal) throw new Refusal('not-your-turn', { post: turn.next ?? '' });
  if (turn.userId !== userId || turn.capacity !== capacity)
    throw new Refusal('signatory-changed', { post: markingInBoth(post) });
}

/**
 * The letter says the name that whoever looks into the signature will read: that of the certificate, where it is another.
 * @throws Refusal `certificate-name-not-on-letter`
 */
export function refuseOtherName({ letter }: Issue, ordinal: number, holder: string): void {
  // Written by `numberLetter`, and by nobody else.
  const { name, certificateName } = signatoryAt(letter as LetterData, ordinal);
  const isPrinted = certificateName
    ? certificateName === holder
    : [name?.hi ?? '', name?.en ?? ''].some((each) => isSameName(each, holder));
  if (!isPrinted) throw new Refusal('certificate-name-not-on-letter', { name: holder });
}
