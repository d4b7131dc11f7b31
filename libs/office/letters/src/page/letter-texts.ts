import {
  type Bilingual,
  BY_NAME,
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
import { withMoneyGrouped } from './money-in-tables';
import { dateIn, type LetterKey, LetterWords, said } from './letter-words';

/** What is typed in each language. */
interface TypedText {
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly salutation: string | null;
  readonly body: StructuredText;
  readonly attention?: string | undefined;
  /** Of the letter that it refers to. */
  readonly referenceNumber?: string | undefined;
}

/** The texts of a letter as its template takes them: one, or one in each language, each whole from its title to its signature. */
export function letterTexts(letter: LetterData) {
  const texts = typedTexts(letter);
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1;
    // A signature has one place: what is signed twice bears its day below the last text.
    return { ...letterText(letter, text, isLast), isLast };
  });
}

/** What stands below two texts that stand beside each other: it signs both. */
export function signedOnce(letter: LetterData) {
  const words = new LetterWords(letter.language);
  return {
    closing: closing(LETTER_FORM_PARTS[letter.form], letter, words),
    signatures: signatures(letter, words, true),
  };
}

/** One in each language, or a single one in the words of the letter's language. */
function typedTexts(letter: LetterData): TypedText[] {
  const { language, subject, salutation, body, english } = letter;
  const { attention, reference } = letter;
  const named = { attention, referenceNumber: reference?.number };
  const text = { subject, salutation, body, ...named };
  if (language !== 'bilingual' || !english) return [{ ...text, language }];
  return [
    { ...text, language: 'hi' },
    { ...named, ...english, language: 'en' },
  ];
}

function letterText(letter: LetterData, text: TypedText, isDated: boolean) {
  const parts = LETTER_FORM_PARTS[letter.form];
  const words = new LetterWords(text.language);
  const { reference } = letter;
  return {
    language: words.plain,
    heading: parts.title && parts.addressees !== 'above' ? titleOf(letter, words) : null,
    attention: text.attention === undefined ? null : { label: words.word('attention'), text: text.attention },
    subject: parts.subject === 'labelled' ? { label: words.word('subject'), text: text.subject } : null,
    headline: parts.subject === 'headline' ? text.subject : null,
    reference: parts.reference && reference && { label: words.word('reference'), lines: referred(letter, text, words) },
    present: parts.present ? presentAt(letter, text) : null,
    salutation: parts.salutation ? (text.salutation ?? usualSalutation(letter, words)) : null,
    body: bodyOf(text, parts),
    closing: closing(parts, letter, words),
    signatures: signatures(letter, words, isDated),
  };
}

/** In each language as it was typed in it; typed in one only, it stands above the first text, under words of both. */
function presentAt(letter: LetterData, text: TypedText) {
  const { language, present = [], english } = letter;
  const isFirst = text.language !== 'en' || language === 'en';
  const inEnglish = language === 'bilingual' ? english?.present : undefined;
  if (!inEnglish) return { label: new LetterWords(language).word('present'), list: isFirst ? present : [] };
  // Whoever has no name in English stands there as in Hindi.
  const list = isFirst ? present : present.map((each, index) => englishOf(letter, 'present', index)[0] ?? each);
  return { label: new LetterWords(text.language).word('present'), list };
}

/** What a letter in both languages says of one of these in English, where it says it otherwise. */
export function englishOf(
  { language, english }: LetterData,
  list: 'addressees' | 'copyTo' | 'enclosures' | 'present',
  index: number,
): string[] {
  const said = language === 'bilingual' ? english?.[list]?.[index] : undefined;
  return said ? [said] : [];
}

/** A letter of one person to another addresses him by his name, where that is what the first line names. */
function usualSalutation(letter: LetterData, words: LetterWords): string {
  const { form, layout, language, addressees, english } = letter;
  if (!LETTER_FORM_PARTS[form].writer)
    return words.word(layout === 'uttar_pradesh' ? 'salutation.either' : 'salutation');
  const [only, another] = addressees;
  // In the English text of a letter in both languages as he is called there.
  const called =
    language === 'bilingual' && words.plain === 'en' ? english?.addressees?.[0]?.split(',')[0] : only?.name;
  const name = called && !another && BY_NAME.test(called) ? called.trim().replace(/,$/, '') : null;
  return name === null ? words.word('salutation.dear') : words.word('salutation.dearNamed', () => ({ name }));
}

/** The name of the form; of reminders which one it is. */
export function titleOf({ form, reminder }: LetterData, words: LetterWords): string {
  if (reminder !== undefined) return words.word('title.reminderCounted', () => ({ ordinal: String(reminder) }));
  return words.word(`title.${form}`);
}

/** "Your letter No. … dated …", or ours of which it reminds. */
function referred({ form, reference }: LetterData, text: TypedText, words: LetterWords): string[] {
  if (!reference) return [];
  const { date } = reference;
  const number = text.referenceNumber ?? reference.number;
  const whose = LETTER_FORM_PARTS[form].reference === 'ours' ? 'ourLetter' : 'yourLetter';
  if (date === null) return words.lines(whose, () => ({ number }));
  return words.lines(`${whose}OfDate`, (language) => ({ number, date: dateIn(date)(language) }));
}

const CLOSING: Readonly<Record<NonNullable<LetterFormParts['subscription']>, readonly LetterKey[]>> = {
  faithfully: ['subscription'],
  sincerely: ['regards', 'subscription.sincerely'],
  by_order: ['byOrder'],
};

/** Uttar Pradesh closes a letter to a person as any other. */
const closing = ({ subscription }: LetterFormParts, { layout }: LetterData, words: LetterWords): string[] =>
  (subscription === null ? [] : CLOSING[subscription]).map((key) =>
    words.word(key === 'subscription.sincerely' && layout === 'uttar_pradesh' ? 'subscription.sincerelyUp' : key),
  );

const DEVANAGARI = /\p{Script=Devanagari}/u;

/** An empty line that was left in the draft is no paragraph. Readers for the blind are told which blocks are English. */
function bodyOf({ language, body }: TypedText, { numbering }: LetterFormParts) {
  const text = withMoneyGrouped(withoutEmptyBlocks(body));
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
}

/** In both languages name and designation of one stand together; a link officer signs for the post. */
export function signatoryLines({ signatory }: LetterData, words: LetterWords): SignatoryLine[] {
  const lines = namesOf(signatory, words);
  // Told once, below the last.
  return lines.map((line, index) => ({ ...line, reach: index === lines.length - 1 ? reachOf(signatory, words) : [] }));
}

/** One signature, and below it whose. */
interface SignatureOnPaper {
  readonly marks: readonly string[];
  /** Room in which whoever signs later has the day drawn, behind this label; null where the day is known, or said elsewhere. */
  readonly signedOn: { readonly label: string; readonly ordinal: number } | null;
  /** That the signatory only approved it, if so. */
  readonly approved: readonly string[] | null;
  readonly lines: readonly SignatoryLine[];
}

/** Those of all who sign, the most senior first; of equals in the order in which they sign. */
function signatures(letter: LetterData, words: LetterWords, isDated: boolean): SignatureOnPaper[] {
  const { signatory, coSignatories = [] } = letter;
  const { writer, publication } = LETTER_FORM_PARTS[letter.form];
  const signedOn = (ordinal: number) =>
    isDated && letter.certified === 'signed' ? { label: words.word('signedOn'), ordinal } : null;
  const own = signatoryLines(letter, words).map((line) => ({
    ...line,
    ...(writer && { designation: null }),
    // Told at the top, or of what is published told to nobody.
    ...((writer || publication === 'gazette') && { reach: [] }),
  }));
  const first = {
    level: signatory.level ?? 0,
    marks: signedMark(letter, words, isDated),
    signedOn: signedOn(1),
    approved: approvedMark(letter, words),
    lines: own,
  };
  const others = coSignatories.map((each, index) => ({
    level: each.level ?? Infinity,
    marks: [
      words.word('signed'),
      ...signedBy(each, words),
      ...(signedOn(index + 2) ? [] : [words.word('timeInSignature')]),
    ],
    signedOn: signedOn(index + 2),
    approved: null,
    lines: namesOf(each, words).map((line) => ({ ...line, reach: [] })),
  }));
  return [first, ...others]
    .toSorted((one, other) => one.level - other.level)
    .map(({ marks, signedOn: on, approved, lines }) => ({ marks, signedOn: on, approved, lines }));
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

/** The mark of the seal or of the signature: of what, whose and when. On a preview it is room for the mark. */
function signedMark(letter: LetterData, words: LetterWords, isDated: boolean): string[] {
  const { signatory, certified } = letter;
  const at = signatory.signedAt ? formatInstant('letter', signatory.signedAt, words.plain) : '–';
  // Each signs when he signs; the paper was set before.
  const when = certified === 'signed' ? words.word('timeInSignature') : at;
  const mark = [words.word(certified === 'sealed' ? 'sealed' : 'signed'), ...markedBy(letter, words)];
  return certified === 'signed' && isDated ? mark : [...mark, when];
}

function approvedMark({ signedOnOfficeCopy, issuer }: LetterData, words: LetterWords): string[] | null {
  if (signedOnOfficeCopy) return words.lines('signedOnOfficeCopy');
  return issuer && words.lines('approved', (each) => ({ what: formatInstant('letter', issuer.approvedAt, each) }));
}

const inWords = (text: Bilingual | null, words: LetterWords) =>
  text ? [[...new Set(words.linesOf(text))].join(' / ')] : ['–'];

/** Whoever signs; of a sealed letter the office, or who issued what the signatory approved. */
function markedBy(letter: LetterData, words: LetterWords): string[] {
  const { certified, issuer, letterhead, signatory } = letter;
  const { name, designation } = signerOf(letter);
  if (issuer) return [...inWords(name, words), ...inWords(designation, words)];
  if (certified === 'sealed') return inWords(letterhead.name, words);
  return signedBy({ name, certificateName: signatory.certificateName }, words);
}

/** Whoever looks into the signature reads the name in the certificate there. */
const signedBy = ({ name, certificateName }: Pick<Signatory, 'name' | 'certificateName'>, words: LetterWords) => [
  ...inWords(name, words),
  ...(certificateName ? [`${words.word('nameInCertificate')}: ${certificateName}`] : []),
];
