import {
  type Bilingual,
  isNumbered,
  type Language,
  LETTER_FORM_PARTS,
  type LetterFormParts,
  type LetterLanguage,
  type StructuredText,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { formatInstant } from '@patravali/language';
import { richText, runsOf, withEnding } from '@patravali/typesetting';
import type { CoSignatory, LetterData, Signatory } from './letter-data';
import { dateIn, type LetterKey, LetterWords, said } from './letter-words';

/** What is typed in each language. */
interface TypedText {
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly salutation: string | null;
  readonly body: StructuredText;
}

/** The texts of a letter as its template takes them: one, or one in each language, each whole from its title to its signature. */
export function letterTexts(letter: LetterData) {
  const texts = typedTexts(letter);
  return texts.map((text, index) => ({ ...letterText(letter, text), isLast: index === texts.length - 1 }));
}

/** One in each language, or a single one in the words of the letter's language. */
function typedTexts(letter: LetterData): TypedText[] {
  const { language, subject, salutation, body, english } = letter;
  const text = { subject, salutation, body };
  if (language !== 'bilingual' || !english) return [{ ...text, language }];
  return [
    { ...text, language: 'hi' },
    { ...english, language: 'en' },
  ];
}

function letterText(letter: LetterData, text: TypedText) {
  const parts = LETTER_FORM_PARTS[letter.form];
  const words = new LetterWords(text.language);
  const { attention, present = [], reference } = letter;
  return {
    language: words.plain,
    heading: parts.title && parts.addressees !== 'above' ? titleOf(letter, words) : null,
    attention: attention === undefined ? null : { label: words.word('attention'), text: attention },
    subject: parts.subject === 'labelled' ? { label: words.word('subject'), text: text.subject } : null,
    headline: parts.subject === 'headline' ? text.subject : null,
    reference: parts.reference && reference && { label: words.word('reference'), lines: referred(letter, words) },
    // Typed once, printed once.
    present: {
      label: new LetterWords(letter.language).word('present'),
      list: parts.present && text.body === letter.body ? present : [],
    },
    salutation: parts.salutation ? (text.salutation ?? words.word(usualSalutation(letter))) : null,
    body: bodyOf(text, parts),
    closing: closingOf(letter).map((key) => words.word(key)),
    signed: signedMark(letter, words),
    signatory: [
      ...signatoryLines(letter, words).map((line) => (parts.writer ? { ...line, designation: null, reach: [] } : line)),
      ...coSignatoryLines(letter, words),
    ],
  };
}

function usualSalutation({ form, layout }: LetterData): LetterKey {
  if (LETTER_FORM_PARTS[form].writer) return 'salutation.dear';
  return layout === 'uttar_pradesh' ? 'salutation.either' : 'salutation';
}

/** The name of the form; of reminders which one it is. */
export function titleOf({ form, reminder }: LetterData, words: LetterWords): string {
  if (reminder !== undefined) return words.word('title.reminderCounted', () => ({ ordinal: String(reminder) }));
  return words.word(`title.${form}`);
}

/** "Your letter No. … dated …", or ours of which it reminds. */
function referred({ form, reference }: LetterData, words: LetterWords): string[] {
  if (!reference) return [];
  const { number, date } = reference;
  const whose = LETTER_FORM_PARTS[form].reference === 'ours' ? 'ourLetter' : 'yourLetter';
  if (date === null) return words.lines(whose, () => ({ number }));
  return words.lines(`${whose}OfDate`, (language) => ({ number, date: dateIn(date)(language) }));
}

const CLOSING: Readonly<Record<NonNullable<LetterFormParts['subscription']>, readonly LetterKey[]>> = {
  faithfully: ['subscription'],
  sincerely: ['regards', 'subscription.sincerely'],
  by_order: ['byOrder'],
};

/** Where the Centre closes a D.O. letter with भवन्निष्ठ, Uttar Pradesh writes भवदीय. */
function closingOf({ form, layout }: LetterData): readonly LetterKey[] {
  const { subscription } = LETTER_FORM_PARTS[form];
  if (subscription === null) return [];
  if (subscription === 'sincerely' && layout === 'uttar_pradesh')
    return ['regards', 'subscription.sincerely.uttar_pradesh'];
  return CLOSING[subscription];
}

const DEVANAGARI = /\p{Script=Devanagari}/u;

/** An empty line that was left in the draft is no paragraph. Readers for the blind are told which blocks are English. */
function bodyOf({ language, body }: TypedText, { numbering }: LetterFormParts) {
  const text = withoutEmptyBlocks(body);
  const plain = new LetterWords(language).plain;
  return withEnding(richText(text, firstNumber(text, numbering))).map((block) => {
    const isHindi = runsOf(block).some((run) => DEVANAGARI.test(run.text));
    const isFirst = numbering === 'from_second' && block.kind === 'paragraph' && block.number === 1;
    return {
      ...block,
      language: language === 'bilingual' && !isHindi ? 'en' : plain,
      ...(isFirst && { number: null }),
    };
  });
}

/** Where the first paragraph bears no number, the others count from 2, whether or not the author numbered the first. */
function firstNumber(
  text: ReturnType<typeof withoutEmptyBlocks>,
  numbering: LetterFormParts['numbering'],
): number | null {
  if (numbering === 'none') return null;
  if (numbering === 'from_first') return 1;
  const first = text.blocks.find(({ type }) => type === 'paragraph');
  return first && isNumbered(first) ? 1 : 2;
}

/** Whose name a text bears. */
export interface SignatoryLine {
  /** Null on the preview of a letter whose signing post is vacant. */
  readonly name: string | null;
  /** Null where it stands at the top. */
  readonly designation: string | null;
  /** Where the post is reached. */
  readonly reach: readonly string[];
  /** Of another than the line above. */
  readonly apart?: boolean;
}

/** In both languages name and designation of one stand together; a link officer signs for the post. */
export function signatoryLines({ signatory }: LetterData, words: LetterWords): SignatoryLine[] {
  const lines = namesOf(signatory, words);
  // Told once, below the last.
  return lines.map((line, index) => ({ ...line, reach: index === lines.length - 1 ? reachOf(signatory, words) : [] }));
}

/** Each who signs after the signatory, one below the other. */
function coSignatoryLines({ coSignatories = [] }: LetterData, words: LetterWords): SignatoryLine[] {
  return coSignatories.flatMap((each) =>
    namesOf(each, words).map((line, index) => ({ ...line, reach: [], apart: index === 0 })),
  );
}

/** Name and designation in each language; once where they are the same. */
const namesOf = (signatory: CoSignatory, words: LetterWords) =>
  words.languages
    .map((each) => ({ name: signatory.name?.[each] ?? null, designation: designationOf(signatory, each) }))
    .filter((line, index, all) => index === 0 || JSON.stringify(line) !== JSON.stringify(all[0]));

export const designationOf = (
  { designation, isFor }: Pick<Signatory, 'designation' | 'isFor'>,
  language: Language,
): string => (isFor ? said('for', language, { what: designation[language] }) : designation[language]);

/** A telephone and an e-mail, with the word for each before it. */
export function reachOf(
  of: { readonly phone?: string | null; readonly email?: string | null },
  words: LetterWords,
): string[] {
  const lines = [of.phone && `${words.word('phone')}: ${of.phone}`, of.email && `${words.word('email')}: ${of.email}`];
  return lines.flatMap((line) => line ?? []);
}

/**
 * Who signs it digitally: the signatory, or whoever issues what the signatory approved. A copy of what officers signed bears the seal
 * of the office alone.
 */
export function signerOf(letter: LetterData): Pick<Signatory, 'name' | 'designation'> {
  const { signatory, issuer, signedOnOfficeCopy, letterhead } = letter;
  if (signedOnOfficeCopy) return { name: letterhead.name, designation: letterhead.unit ?? letterhead.name };
  return issuer ?? signatory;
}

/**
 * The mark of the seal or of the digital signatures, and that the signatory only approved it, if so. On a preview it is room for the
 * mark.
 */
function signedMark(letter: LetterData, words: LetterWords) {
  const { issuer, signatory, certified } = letter;
  const at = signatory.signedAt ? formatInstant('letter', signatory.signedAt, words.plain) : '–';
  return {
    label: words.lines(certified === 'sealed' ? 'sealed' : 'signed'),
    by: markedBy(letter, words),
    // Each signs when he signs; the paper was set before.
    at: certified === 'signed' ? words.word('timeInSignature') : at,
    approved: letter.signedOnOfficeCopy
      ? words.lines('signedOnOfficeCopy')
      : issuer && words.lines('approved', (each) => ({ what: formatInstant('letter', issuer.approvedAt, each) })),
  };
}

/** Whoever signs; of a sealed letter the office, or who issued what the signatory approved. */
function markedBy(letter: LetterData, words: LetterWords): string[] {
  const { certified, coSignatories = [], issuer, letterhead } = letter;
  const inWords = (text: Bilingual | null) => (text ? [[...new Set(words.linesOf(text))].join(' / ')] : ['–']);
  const { name, designation } = signerOf(letter);
  if (issuer) return [...inWords(name), ...inWords(designation)];
  if (certified === 'sealed') return inWords(letterhead.name);
  const { certificateName } = letter.signatory;
  return [{ name, certificateName }, ...coSignatories].flatMap((each) => [
    ...inWords(each.name),
    // Whoever looks into the signature reads this name there.
    ...(each.certificateName ? [`${words.word('nameInCertificate')}: ${each.certificateName}`] : []),
  ]);
}
