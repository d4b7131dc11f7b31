import { type Addressee, type DraftContent, EMPTY_TEXT, sameText } from '@patravali/contract';
import { readDay } from '../../language/read-day';

/** An addressee as it is being typed; what is empty is left out of the letter. */
export type AddresseeForm = Record<'name' | 'designation' | 'address' | 'email', string>;

/** A letter as it is being typed. */
export interface DraftForm extends Pick<DraftContent, 'form' | 'language' | 'subject' | 'body'> {
  referenceNumber: string;
  referenceDate: string;
  addressees: AddresseeForm[];
  salutation: string;
  enclosures: string[];
  copyTo: AddresseeForm[];
  signatoryPostId: string | null;
  /** By when a reply is asked for. */
  replyBy: string;
}

export const NO_ADDRESSEE: AddresseeForm = { name: '', designation: '', address: '', email: '' };

export const EMPTY_FORM: DraftForm = {
  form: 'letter',
  language: 'hi',
  subject: '',
  referenceNumber: '',
  referenceDate: '',
  addressees: [NO_ADDRESSEE],
  salutation: '',
  body: EMPTY_TEXT,
  enclosures: [],
  copyTo: [],
  signatoryPostId: null,
  replyBy: '',
};

export function formOf(content: DraftContent): DraftForm {
  return {
    ...content,
    referenceNumber: content.reference?.number ?? '',
    referenceDate: content.reference?.date ?? '',
    addressees: content.addressees.map(addresseeForm),
    salutation: content.salutation ?? '',
    copyTo: content.copyTo.map(addresseeForm),
    replyBy: content.replyBy ?? '',
  };
}

/** What keeps the fields from being a letter, as a short sentence; null of a letter. */
export function unfinished(form: DraftForm): 'draft.incompleteShort' | 'draft.dayUnreadShort' | null {
  if (isUnread(form.referenceDate) || isUnread(form.replyBy)) return 'draft.dayUnreadShort';
  return contentOf(form) === null ? 'draft.incompleteShort' : null;
}

/** The letter's content, or null while something is missing without which there is no letter, or a day is unreadable. */
export function contentOf(form: DraftForm): DraftContent | null {
  const addressees = form.addressees.flatMap(addresseeOf);
  const subject = clean(form.subject);
  if (subject === '' || addressees.length === 0 || form.signatoryPostId === null) return null;
  if (isUnread(form.referenceDate) || isUnread(form.replyBy)) return null;
  const number = clean(form.referenceNumber);
  return {
    form: form.form,
    language: form.language,
    subject,
    reference: number === '' ? null : { number, date: form.referenceDate === '' ? null : form.referenceDate },
    addressees,
    salutation: clean(form.salutation) === '' ? null : clean(form.salutation),
    body: form.body,
    enclosures: form.enclosures.map(clean).filter((enclosure) => enclosure !== ''),
    copyTo: form.copyTo.flatMap(addresseeOf),
    signatoryPostId: form.signatoryPostId,
    ...(form.replyBy !== '' && { replyBy: form.replyBy }),
  };
}

export function sameContent(one: DraftContent, other: DraftContent): boolean {
  return sameText(one.body, other.body) && JSON.stringify(rest(one)) === JSON.stringify(rest(other));
}

/** All but the text, its fields in one order. */
function rest(content: DraftContent): DraftContent | null {
  return contentOf({ ...formOf(content), body: EMPTY_TEXT });
}

function addresseeForm({ name, designation = '', address = '', email = '' }: Addressee): AddresseeForm {
  return { name, designation, address, email };
}

function addresseeOf(form: AddresseeForm): Addressee[] {
  const name = clean(form.name);
  if (name === '') return [];
  const designation = clean(form.designation);
  const address = clean(form.address);
  const email = clean(form.email);
  return [
    {
      name,
      ...(designation !== '' && { designation }),
      ...(address !== '' && { address }),
      ...(email !== '' && { email }),
    },
  ];
}

function isUnread(day: string): boolean {
  return day !== '' && readDay(day) !== day;
}

function clean(text: string): string {
  return text.normalize('NFC').trim();
}
