import {
  type AttachedLetter,
  type CorrespondenceView,
  isAttached,
  type IssueView,
  type LetterLanguage,
  type Named,
  type ReceiptView,
} from '@patravali/contract';
import { type DraftForm, inLanguage, NO_ADDRESSEE } from '../form/draft-form';

/** What a reply takes over from the letter it answers: addressee, subject, "your letter no. … of …". */
export function replyTo(form: DraftForm, letter: Named<ReceiptView>): DraftForm {
  return {
    ...inLanguage(form, letter.language),
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
      ...form.addressees.slice(1),
    ],
  };
}

/** The same from the file's contents alone, for whom the diary entry itself is not open. */
export function replyToLetter(form: DraftForm, letter: Named<AttachedLetter>): DraftForm {
  return {
    ...form,
    subject: letter.subject,
    referenceNumber: letter.letterNumber ?? '',
    referenceDate: letter.letterDate ?? '',
    addressees: [{ ...NO_ADDRESSEE, name: letter.party }, ...form.addressees.slice(1)],
  };
}

/** How a reminder words its subject, in the language of the letter. */
type SubjectOf = (language: LetterLanguage, subject: string) => string;

/** What a reminder takes over from the letter of ours that was not answered: whom it went to, its subject and its number. */
export function reminderOf(form: DraftForm, issue: Named<IssueView>, subjectOf: SubjectOf): DraftForm {
  const { subject, number, issuedOn, language, sendings } = issue;
  const addressees = sendings
    .filter(({ asCopy }) => !asCopy)
    .map(({ addressee: { name, designation = '', address = '', email = '' } }) => ({
      name,
      designation,
      address,
      email,
    }));
  return {
    ...form,
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
