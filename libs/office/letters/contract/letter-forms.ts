/** The forms of communication of the manual, and the reminder. */
export const LETTER_FORMS = [
  'letter',
  'do_letter',
  'office_memorandum',
  'office_order',
  'order',
  'notification',
  'resolution',
  'endorsement',
  'id_note',
  'press_note',
  'minutes',
  'reminder',
] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

/** What a form consists of. Page, server and typesetting read it here; nobody asks which form it is to know it. */
export interface LetterFormParts {
  /** Who speaks: "I am directed", or "the undersigned is directed". */
  readonly person: 'first' | 'third';
  /** Its name stands in the middle of the page. */
  readonly title: boolean;
  /** Who sends it is named above the addressee, where the layout of the office does that. */
  readonly sender: boolean;
  /** The signatory stands with his post at the top left, and only with his name at the foot. */
  readonly writer: boolean;
  /** Where those stand to whom it is written, if it names any. */
  readonly addressees: 'above' | 'below' | 'none';
  /** ‘To’ stands before them: not in what goes to one person or department by name. */
  readonly saysTo: boolean;
  /** May name a person for whose attention it is. */
  readonly attention: boolean;
  /** How it prints its subject: behind the word, or in the middle of the page. Registers and lists show the subject of every form. */
  readonly subject: 'labelled' | 'headline' | null;
  /** The letter that it refers to: theirs, or the office's own of which it reminds. */
  readonly reference: 'theirs' | 'ours' | null;
  readonly salutation: boolean;
  readonly subscription: 'faithfully' | 'sincerely' | 'by_order' | null;
  /** Which paragraphs bear numbers. */
  readonly numbering: 'from_second' | 'from_first' | 'none';
  readonly number: 'number' | 'do_number' | 'id_number';
  readonly numberAt: 'head' | 'foot';
  /** A line above everything: the part of the Gazette, or from when on it may be published. */
  readonly publication: 'gazette' | 'embargo' | null;
  /** Lists who was present. */
  readonly present: boolean;
  /** Counts how often the office has reminded. */
  readonly reminder: boolean;
  /** What goes with it: enclosures, or the papers that it forwards. */
  readonly enclosures: 'enclosures' | 'papers';
  /** Is published or holds for all, so that the Centre issues it in both languages. */
  readonly inBothLanguages: boolean;
}

const LETTER: LetterFormParts = {
  person: 'first',
  title: false,
  sender: true,
  writer: false,
  addressees: 'above',
  saysTo: true,
  attention: true,
  subject: 'labelled',
  reference: 'theirs',
  salutation: true,
  subscription: 'faithfully',
  numbering: 'from_second',
  number: 'number',
  numberAt: 'head',
  publication: null,
  present: false,
  reminder: false,
  enclosures: 'enclosures',
  inBothLanguages: false,
};

/** In the third person, under its name, without salutation; whoever it goes to stands below the signature. */
const MEMORANDUM: LetterFormParts = {
  ...LETTER,
  person: 'third',
  title: true,
  sender: false,
  addressees: 'below',
  salutation: false,
  subscription: null,
};

/** Names nobody but those who get a copy. */
const ORDER: LetterFormParts = {
  ...MEMORANDUM,
  addressees: 'none',
  attention: false,
  subject: null,
  reference: null,
};

export const LETTER_FORM_PARTS: Readonly<Record<LetterForm, LetterFormParts>> = {
  letter: LETTER,
  reminder: { ...LETTER, title: true, reference: 'ours', reminder: true },
  do_letter: {
    ...LETTER,
    sender: false,
    writer: true,
    addressees: 'below',
    saysTo: false,
    attention: false,
    subject: null,
    subscription: 'sincerely',
    number: 'do_number',
  },
  office_memorandum: MEMORANDUM,
  endorsement: { ...MEMORANDUM, attention: false, subject: null, reference: null, enclosures: 'papers' },
  id_note: {
    ...MEMORANDUM,
    saysTo: false,
    attention: false,
    numbering: 'from_first',
    number: 'id_number',
    numberAt: 'foot',
  },
  office_order: { ...ORDER, inBothLanguages: true },
  order: { ...ORDER, subject: 'labelled', subscription: 'by_order' },
  notification: {
    ...ORDER,
    addressees: 'below',
    subscription: 'by_order',
    publication: 'gazette',
    inBothLanguages: true,
  },
  resolution: {
    ...ORDER,
    addressees: 'below',
    subject: 'labelled',
    subscription: 'by_order',
    publication: 'gazette',
    inBothLanguages: true,
  },
  press_note: {
    ...ORDER,
    addressees: 'below',
    subject: 'headline',
    numbering: 'none',
    publication: 'embargo',
    inBothLanguages: true,
  },
  minutes: { ...ORDER, subject: 'headline', numbering: 'from_first', present: true },
};
