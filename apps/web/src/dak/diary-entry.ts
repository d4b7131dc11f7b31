import type { ActionAsked, Body, DeliveryMode, Grading, LetterLanguage, Urgency } from '@patravali/contract';
import { today } from '../language/dates';

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
  enclosures: number;
  remarks: string;
  toPostId: string | null;
  action: ActionAsked;
  dueOn: string;
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
  toPostId: null,
  action: 'for_necessary_action',
  dueOn: '',
});

/** What stays for the next letter after "generate and copy": everything but what is this letter's alone. */
export const copyOf = (entry: DiaryEntry): DiaryEntry => ({ ...entry, letterNumber: '', enclosures: 0, remarks: '' });

/** The command that the entry asks for; `send` marks it to the chosen post in the same act. */
export function commandOf(entry: DiaryEntry, documentId: string, send: boolean): Body<'createReceipt'> {
  const { toPostId, action, dueOn, ...letter } = entry;
  return {
    documentId,
    subject: letter.subject,
    senderName: letter.senderName,
    senderDesignation: orNothing(letter.senderDesignation),
    senderAddress: orNothing(letter.senderAddress),
    senderEmail: orNothing(letter.senderEmail),
    letterNumber: orNothing(letter.letterNumber),
    letterDate: orNothing(letter.letterDate),
    receivedOn: letter.receivedOn,
    deliveryMode: letter.deliveryMode,
    language: letter.language,
    grading: letter.grading,
    urgency: letter.urgency,
    enclosures: letter.enclosures,
    remarks: orNothing(letter.remarks),
    forward: send && toPostId !== null ? { toPostId, action, dueOn: orNothing(dueOn) } : undefined,
  };
}

function orNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}
