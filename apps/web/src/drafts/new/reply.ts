import {
  type AttachedLetter,
  type CorrespondenceView,
  isAttached,
  type IssueView,
  type LetterLanguage,
  type Named,
  type ReceiptView,
} from '@patravali/contract';
import { NO_ADDRESSEE } from '../form/draft-form';
import type { TakenOver } from '../form/taking-over';
import { silentOf } from '../../correspondence/silent';

/** What a reply takes over from the letter it answers: addressee, subject, "your letter no. … of …". */
export function fromReceipt(letter: Named<ReceiptView>): TakenOver {
  return {
    language: letter.language,
    subject: letter.subject,
    referenceNumber: letter.letterNumber ?? '',
    referenceDate: letter.letterDate ?? '',
    addressees: [
      {
        name: letter.senderName,
        designation: letter.senderDesignation ?? '',
        address: letter.senderAddress ?? '',
        email: letter.senderEmail ?? '',
      },
    ],
  };
}

/** The same from the file's contents alone, for whom the diary entry itself is not open. */
export function fromAttachedLetter(letter: Named<AttachedLetter>): TakenOver {
  return {
    language: null,
    subject: letter.subject,
    referenceNumber: letter.letterNumber ?? '',
    referenceDate: letter.letterDate ?? '',
    addressees: [{ ...NO_ADDRESSEE, name: letter.party }],
  };
}

/** How a reminder words its subject, in the language of the letter. */
type SubjectOf = (language: LetterLanguage, subject: string) => string;

/** What a reminder takes over from the letter of ours that was not answered: who is silent, its subject and its number. */
export function fromUnanswered(issue: Named<IssueView>, subjectOf: SubjectOf): TakenOver {
  const { subject, number, issuedOn, language } = issue;
  const addressees = silentOf(issue).map(({ addressee: { name, designation = '', address = '', email = '' } }) => ({
    name,
    designation,
    address,
    email,
  }));
  return {
    language,
    subject: subjectOf(language, subject),
    referenceNumber: number,
    referenceDate: issuedOn,
    addressees: addressees.length > 0 ? addressees : [NO_ADDRESSEE],
  };
}

/** The letters that can be answered, the one under consideration first, then the newest. */
export function answerable(letters: readonly Named<CorrespondenceView>[]): Named<AttachedLetter>[] {
  return letters
    .filter(isAttached)
    .filter((letter) => letter.kind === 'received' && letter.receiptId !== null)
    .sort((one, other) => Number(other.flag === 'puc') - Number(one.flag === 'puc') || other.serial - one.serial);
}
