import {
  type AttachedLetter,
  type CorrespondenceView,
  isAttached,
  type Named,
  type ReceiptView,
} from '@patravali/contract';
import { type DraftForm, inLanguage, NO_ADDRESSEE } from './fields/draft-form';

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

/** The letters that can be answered, the one under consideration first, then the newest. */
export function answerable(letters: readonly Named<CorrespondenceView>[]): Named<AttachedLetter>[] {
  return letters
    .filter(isAttached)
    .filter((letter) => letter.kind === 'received' && letter.receiptId !== null)
    .sort((one, other) => Number(other.flag === 'puc') - Number(one.flag === 'puc') || other.serial - one.serial);
}
