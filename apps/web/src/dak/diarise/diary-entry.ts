import type { Cover, DeliveryMode, Grading, LetterLanguage, Named, ReceiptView, Urgency } from '@patravali/contract';
import { today } from '../../language/dates';
import { orNothing } from '../../ui/forms/use-contract-form';

/** The fields of the diary as they are typed: empty texts instead of missing ones. */
export interface DiaryEntry {
  subject: string;
  senderName: string;
  senderDesignation: string;
  senderAddress: string;
  senderEmail: string;
  letterNumber: string;
  letterDate: string;
  receivedOn: string;
  deliveryMode: DeliveryMode;
  language: LetterLanguage;
  grading: Grading;
  urgency: Urgency;
  enclosures: number | string;
  remarks: string;
}

export const emptyEntry = (): DiaryEntry => ({
  subject: '',
  senderName: '',
  senderDesignation: '',
  senderAddress: '',
  senderEmail: '',
  letterNumber: '',
  letterDate: '',
  receivedOn: today(),
  deliveryMode: 'post',
  language: 'hi',
  grading: 'normal',
  urgency: 'ordinary',
  enclosures: 0,
  remarks: '',
});

/** What stays for the next letter after "generate and copy": everything but what is this letter's alone. */
export const copyOf = (entry: DiaryEntry): DiaryEntry => ({ ...entry, letterNumber: '', enclosures: 0, remarks: '' });

/** The letter's part of the request. */
export function receiptRequest(entry: DiaryEntry, letter: { documentId: string } | { cover: Cover }) {
  return {
    ...entry,
    ...letter,
    senderDesignation: orNothing(entry.senderDesignation),
    senderAddress: orNothing(entry.senderAddress),
    senderEmail: orNothing(entry.senderEmail),
    letterNumber: orNothing(entry.letterNumber),
    letterDate: orNothing(entry.letterDate),
    enclosures: Number(entry.enclosures),
    remarks: orNothing(entry.remarks),
  };
}

/** The entry of a letter that has been diarised, as the fields hold it. */
export const entryOf = (receipt: Named<ReceiptView>): DiaryEntry => ({
  subject: receipt.subject,
  senderName: receipt.senderName,
  senderDesignation: receipt.senderDesignation ?? '',
  senderAddress: receipt.senderAddress ?? '',
  senderEmail: receipt.senderEmail ?? '',
  letterNumber: receipt.letterNumber ?? '',
  letterDate: receipt.letterDate ?? '',
  receivedOn: receipt.receivedOn,
  deliveryMode: receipt.deliveryMode,
  language: receipt.language,
  grading: receipt.grading,
  urgency: receipt.urgency,
  enclosures: receipt.enclosures,
  remarks: receipt.remarks ?? '',
});

/** The entry as it shall stand: what was left empty shall be empty. */
export function entryRequest(entry: DiaryEntry) {
  const filled = (text: string) => orNothing(text) ?? null;
  return {
    ...entry,
    senderDesignation: filled(entry.senderDesignation),
    senderAddress: filled(entry.senderAddress),
    senderEmail: filled(entry.senderEmail),
    letterNumber: filled(entry.letterNumber),
    letterDate: filled(entry.letterDate),
    enclosures: Number(entry.enclosures),
    remarks: filled(entry.remarks),
  };
}

/** In the address of a receipt: the form for putting it in a file is open at once. */
export const PUT_IN_FILE = 'put-in-file';
