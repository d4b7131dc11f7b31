import {
  type Addressee,
  type Annexure,
  type DraftContent,
  EMPTY_TEXT,
  type EnclosedDocument,
  type EnglishText,
  LETTER_FORM_PARTS,
  type LetterFormParts,
  MOST_ADDRESSEES,
  sameText,
  type StructuredText,
  textsOfLetter,
} from '@patravali/contract';
import { readDay } from '../../language/read-day';

/** An addressee as it is being typed; what is empty is left out of the letter. */
export type AddresseeForm = Record<'name' | 'designation' | 'address' | 'email', string>;

/** What is typed in one language. */
export interface TextForm {
  subject: string;
  salutation: string;
  publication: string;
  body: StructuredText;
}

/** What is typed a line for each, in the order of the Hindi. */
export type EnglishList = 'addressees' | 'copyTo' | 'enclosures' | 'present';

/** What is typed in English beside the Hindi: the text, and whom and what the letter names, a line each. */
export interface EnglishForm extends TextForm {
  addressees: readonly string[];
  copyTo: readonly string[];
  enclosures: readonly string[];
  present: readonly string[];
  attention: string;
  referenceNumber: string;
}

/** A letter as it is being typed. What its form does not have stays here, and is left out of the letter. */
export interface DraftForm extends TextForm, Pick<DraftContent, 'form' | 'language'> {
  /** The English of a letter in both languages; null of one that has a single text for both. */
  english: EnglishForm | null;
  referenceNumber: string;
  referenceDate: string;
  addressees: AddresseeForm[];
  attention: string;
  present: string[];
  /** How many times it has been reminded of, with this one. */
  reminder: string;
  /** Documents of the file, and of the template that it began from, that go with it. */
  enclosedDocuments: readonly EnclosedDocument[];
  enclosures: string[];
  copyTo: AddresseeForm[];
  annexures: Annexure[];
  signatoryPostId: string | null;
  /** Who sign after him, in turn. */
  coSignatoryPostIds: readonly string[];
  /** Each addressee gets a copy of his own. */
  ownCopies: boolean;
  /** By when a reply is asked for. */
  replyBy: string;
}

export const NO_ADDRESSEE: AddresseeForm = { name: '', designation: '', address: '', email: '' };
export const EMPTY_TEXT_FORM: TextForm = { subject: '', salutation: '', publication: '', body: EMPTY_TEXT };

export const EMPTY_ENGLISH: EnglishForm = {
  ...EMPTY_TEXT_FORM,
  addressees: [],
  copyTo: [],
  enclosures: [],
  present: [],
  attention: '',
  referenceNumber: '',
};

export const EMPTY_FORM: DraftForm = {
  ...EMPTY_TEXT_FORM,
  form: 'letter',
  language: 'hi',
  english: null,
  referenceNumber: '',
  referenceDate: '',
  addressees: [NO_ADDRESSEE],
  attention: '',
  present: [],
  reminder: '',
  enclosedDocuments: [],
  enclosures: [],
  copyTo: [],
  annexures: [],
  signatoryPostId: null,
  coSignatoryPostIds: [],
  ownCopies: false,
  replyBy: '',
};

export const partsOf = ({ form }: Pick<DraftForm, 'form'>): LetterFormParts => LETTER_FORM_PARTS[form];

/** The letter in another language; of one in both the English is written beside the Hindi. */
export function inLanguage(form: DraftForm, language: DraftForm['language']): DraftForm {
  return { ...form, language, english: language === 'bilingual' ? (form.english ?? EMPTY_ENGLISH) : form.english };
}

export function formOf(content: DraftContent): DraftForm {
  const { reference, english, addressees, copyTo, attention, present, reminder, annexures } = content;
  return {
    ...textForm(content),
    form: content.form,
    language: content.language,
    english: english ? englishForm(english) : null,
    referenceNumber: reference?.number ?? '',
    referenceDate: reference?.date ?? '',
    addressees: addressees.length > 0 ? addressees.map(addresseeForm) : [NO_ADDRESSEE],
    attention: attention ?? '',
    present: present ?? [],
    reminder: reminder === undefined ? '' : String(reminder),
    enclosedDocuments: content.enclosedDocuments ?? [],
    enclosures: content.enclosures,
    copyTo: copyTo.map(addresseeForm),
    annexures: annexures ?? [],
    signatoryPostId: content.signatoryPostId,
    coSignatoryPostIds: content.coSignatoryPostIds ?? [],
    ownCopies: content.ownCopies ?? false,
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
  const parts = partsOf(form);
  const addressees = parts.addressees === 'none' ? [] : form.addressees.flatMap(addresseeOf);
  const english = form.language === 'bilingual' && form.english ? englishOf(form.english, parts) : undefined;
  const text = textOf(form, parts);
  const hasAddressee = parts.addressees === 'none' || (addressees.length > 0 && !tooMany(form));
  if (!text || english === null || !hasAddressee || form.signatoryPostId === null) return null;
  if (isUnread(form.referenceDate) || isUnread(form.replyBy)) return null;
  return {
    ...text,
    form: form.form,
    language: form.language,
    reference: parts.reference === null ? null : referenceOf(form),
    addressees,
    enclosures: form.enclosures.map(clean).filter(isWritten),
    copyTo: form.copyTo.flatMap(addresseeOf),
    signatoryPostId: form.signatoryPostId,
    ...(english && { english }),
    ...someFormsParts(form, parts),
    ...enclosedOf(form),
    ...coSignatoriesOf(form),
  };
}

/** More than one letter names. */
export const tooMany = ({ addressees, ownCopies }: Pick<DraftForm, 'addressees' | 'ownCopies'>): boolean =>
  !ownCopies && addressees.filter(({ name }) => isWritten(clean(name))).length > MOST_ADDRESSEES.together;

/** Nothing is written that is not there, so that equal letters are equal. */
function someFormsParts(form: DraftForm, parts: LetterFormParts): Partial<DraftContent> {
  const attention = clean(form.attention);
  const present = form.present.map(clean).filter(isWritten);
  const annexures = form.annexures
    .map(({ title, body }) => ({ title: clean(title), body }))
    .filter(({ title }) => isWritten(title));
  return {
    ...(parts.attention && attention !== '' && { attention }),
    ...(parts.present && present.length > 0 && { present }),
    ...(parts.reminder && form.reminder !== '' && { reminder: Number(form.reminder) }),
    ...(parts.addressees !== 'none' && form.replyBy !== '' && { replyBy: form.replyBy }),
    ...(parts.addressees !== 'none' && form.ownCopies && { ownCopies: true as const }),
    ...(annexures.length > 0 && { annexures }),
  };
}

/** A document goes with the letter under its title: one that has none yet is still being named. */
function enclosedOf({ enclosedDocuments }: DraftForm): Pick<DraftContent, 'enclosedDocuments'> {
  const named = enclosedDocuments
    .map((document) => ({ ...document, title: clean(document.title) }))
    .filter(({ title }) => isWritten(title));
  return named.length > 0 ? { enclosedDocuments: named } : {};
}

/** Whoever signs first signs once. */
function coSignatoriesOf({ coSignatoryPostIds, signatoryPostId }: DraftForm): Pick<DraftContent, 'coSignatoryPostIds'> {
  const others = coSignatoryPostIds.filter((postId) => postId !== signatoryPostId);
  return others.length > 0 ? { coSignatoryPostIds: others } : {};
}

/** Null without a subject. */
function englishOf(form: EnglishForm, parts: LetterFormParts): EnglishText | null {
  const text = textOf(form, parts);
  const [attention, referenceNumber] = [clean(form.attention), clean(form.referenceNumber)];
  return (
    text && {
      ...text,
      ...linesOf('addressees', parts.addressees === 'none' ? [] : form.addressees),
      ...linesOf('copyTo', form.copyTo),
      ...linesOf('enclosures', form.enclosures),
      ...linesOf('present', parts.present ? form.present : []),
      ...(parts.attention && attention !== '' && { attention }),
      ...(parts.reference !== null && referenceNumber !== '' && { referenceNumber }),
    }
  );
}

function linesOf(list: EnglishList, typed: readonly string[]): Partial<EnglishText> {
  const lines = typed.map(clean);
  return lines.some(isWritten) ? { [list]: lines } : {};
}

/** Null without a subject. */
function textOf(form: TextForm, parts: LetterFormParts): EnglishText | null {
  const [subject, salutation, publication] = [form.subject, form.salutation, form.publication].map(clean);
  if (!subject) return null;
  return {
    subject,
    salutation: parts.salutation && salutation ? salutation : null,
    body: form.body,
    ...(parts.publication !== null && publication && { publication }),
  };
}

export function sameContent(one: DraftContent, other: DraftContent): boolean {
  const [texts, others] = [textsOfLetter(one), textsOfLetter(other)];
  return (
    texts.length === others.length &&
    texts.every((text, index) => sameText(text, others[index] ?? EMPTY_TEXT)) &&
    JSON.stringify(rest(one)) === JSON.stringify(rest(other))
  );
}

/** All but the texts, its fields in one order. */
function rest(content: DraftContent): DraftContent | null {
  const form = formOf(content);
  return contentOf({
    ...form,
    body: EMPTY_TEXT,
    english: form.english && { ...form.english, body: EMPTY_TEXT },
    annexures: form.annexures.map(({ title }) => ({ title, body: EMPTY_TEXT })),
  });
}

type WrittenText = Pick<EnglishText, 'subject' | 'salutation' | 'publication' | 'body'>;

const textForm = ({ subject, salutation, publication = '', body }: WrittenText): TextForm => {
  return { subject, salutation: salutation ?? '', publication, body };
};

const englishForm = (english: EnglishText): EnglishForm => ({
  ...textForm(english),
  addressees: english.addressees ?? [],
  copyTo: english.copyTo ?? [],
  enclosures: english.enclosures ?? [],
  present: english.present ?? [],
  attention: english.attention ?? '',
  referenceNumber: english.referenceNumber ?? '',
});

function referenceOf({ referenceNumber, referenceDate }: DraftForm): DraftContent['reference'] {
  const number = clean(referenceNumber);
  return number === '' ? null : { number, date: referenceDate === '' ? null : referenceDate };
}

export function addresseeForm({ name, designation = '', address = '', email = '' }: Addressee): AddresseeForm {
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

const isWritten = (text: string): boolean => text !== '';

function clean(text: string): string {
  return text.normalize('NFC').trim();
}
