import { type Bilingual, blocksOf, plainText } from '@patravali/contract-base';
import { LETTER_FORM_PARTS, type LetterFormParts } from '../../../letters/contract/letter-forms';
import type { LetterLayout } from '../../../organisation/contract/letterhead';
import type { LetterLanguage } from '../../../organisation/contract/vocabulary';
import type { DraftContent } from '../drafts';
import { TEXT_WIDTH_MM, widthOf } from './table-width';
import * as words from './words';

/** What a letter is warned of. None of it keeps anybody from sending it. */
export const LETTER_CHECKS = [
  'memorandum_to_constitutional_body',
  'endorsement_to_state',
  'too_far_below',
  'longer_than_a_page',
  'addressed_by_name',
  'first_person',
  'third_person',
  'no_time_limit',
  'no_point_of_advice',
  'no_gazette_part',
  'not_to_the_press',
  'nothing_enclosed',
  'another_count',
  'reply_at_once',
  'reply_day_past',
  'no_reference',
  'undated_reference',
  'one_language',
  'hindi_in_english',
  'addressee_too_long',
  'table_too_wide',
  'unit_without_hindi',
  'head_without_hindi',
] as const;
export type LetterCheck = (typeof LETTER_CHECKS)[number];

/** Where it is written. */
export const CITED_SOURCES = ['manual', 'languages_act', 'languages_rules', 'paper'] as const;
export interface Citation {
  readonly source: (typeof CITED_SOURCES)[number];
  readonly paragraph: string;
}

/** What is known besides the letter. */
export interface LetterFacts {
  readonly layout: LetterLayout;
  /** The language of the letter that it answers; null when it answers none, or one that is not known. */
  readonly answered: LetterLanguage | null;
  /** The posts of the office: a lower number is a higher level. */
  readonly posts: readonly { readonly id: string; readonly level: number; readonly designation: Bilingual }[];
  /** In India, YYYY-MM-DD. */
  readonly today: string;
  /** What has no abbreviation in Hindi, of all that its numbers are made of. */
  readonly withoutHindi: readonly ('unit' | 'head')[];
}

export interface LetterWarning extends Citation {
  readonly check: LetterCheck;
}

/** A letter as the checks look at it. */
interface Looked {
  readonly letter: DraftContent;
  readonly parts: LetterFormParts;
  readonly facts: LetterFacts;
  /** Its texts, in NFC. */
  readonly text: string;
  readonly sentences: readonly string[];
  /** Those to whom it is written, each in one line. */
  readonly to: readonly string[];
}

interface Rule extends Citation {
  readonly warns: (looked: Looked) => boolean;
}

const manual = (paragraph: string, warns: Rule['warns']): Rule => ({ source: 'manual', paragraph, warns });

const onPaper = (warns: Rule['warns']): Rule => ({ source: 'paper', paragraph: '', warns });

const MOST_LEVELS_BELOW = 2;
/** A name that is longer takes more than two lines. */
const LONGEST_LINE = 180;
/** About as many letters as stand on a page. */
const A_PAGE = 2_400;

const RULES: Readonly<Record<LetterCheck, Rule>> = {
  //
  memorandum_to_constitutional_body: manual('8.8', ({ letter, to }) => {
    return letter.form === 'office_memorandum' && to.some((one) => words.CONSTITUTIONAL_BODY.test(one));
  }),
  endorsement_to_state: manual('8.4(9)', ({ letter, to, facts }) => {
    // An office of Uttar Pradesh endorses to its own government.
    const state = facts.layout === 'central' ? words.GOVERNMENT_OF_A_STATE : words.GOVERNMENT_OF_ANOTHER_STATE;
    return letter.form === 'endorsement' && to.some((one) => state.test(one));
  }),
  //
  too_far_below: manual('8.4(2)', (looked) => looked.parts.writer && isTooFarBelow(looked)),
  longer_than_a_page: manual('8.4(2)', ({ letter, parts }) => parts.writer && plainText(letter.body).length > A_PAGE),
  addressed_by_name: manual('9.5', ({ letter, parts }) => {
    if (parts.writer || !parts.attention) return false;
    return letter.addressees.some(({ name, designation }) => designation !== undefined && words.BY_NAME.test(name));
  }),
  //
  first_person: manual('8.4', ({ parts, text }) => parts.person === 'third' && words.I_AM_DIRECTED.test(text)),
  third_person: manual('8.4', ({ parts, text }) => {
    return parts.person === 'first' && words.THE_UNDERSIGNED_IS_DIRECTED.test(text);
  }),
  //
  no_time_limit: manual('8.1.2', ({ letter, text }) => letter.form === 'id_note' && !words.BY_A_DAY.test(text)),
  no_point_of_advice: manual('8.1.2', ({ letter }) => letter.form === 'id_note' && !asksAtItsEnd(letter)),
  //
  no_gazette_part: manual('8.4(6)', ({ letter, parts }) => parts.publication === 'gazette' && !letter.publication),
  not_to_the_press: manual('8.4(6)', ({ parts, to }) => {
    return parts.publication === 'gazette' && !to.some((one) => words.GOVERNMENT_PRESS.test(one));
  }),
  //
  nothing_enclosed: manual('9.2', ({ letter, text }) => {
    return countedWith(letter) === 0 && words.ENCLOSED.test(text);
  }),
  another_count: manual('9.2', ({ letter, text }) => {
    const said = words.COUNTED_ENCLOSURES.exec(text)?.[1];
    return said !== undefined && countedWith(letter) > 0 && numberOf(said) !== countedWith(letter);
  }),
  reply_at_once: manual('9.2', ({ sentences, text, parts }) => {
    if (parts.addressees === 'none' || words.BY_A_DAY.test(text)) return false;
    return sentences.some((sentence) => words.AT_ONCE.test(sentence) && words.A_REPLY.test(sentence));
  }),
  reply_day_past: manual('9.2', ({ letter, facts }) => letter.replyBy !== undefined && letter.replyBy < facts.today),
  no_reference: manual('9.2', ({ letter, parts, facts, text }) => {
    if (parts.reference === null || letter.reference !== null) return false;
    return parts.reference === 'ours' || facts.answered !== null || words.YOUR_LETTER.test(text);
  }),
  undated_reference: manual('9.2', ({ letter, parts }) => {
    return parts.reference !== null && letter.reference !== null && letter.reference.date === null;
  }),
  //
  one_language: {
    source: 'languages_act',
    paragraph: '3(3)',
    // The Act binds the offices of the Union.
    warns: ({ letter, parts, facts }) =>
      facts.layout === 'central' && parts.inBothLanguages && letter.language !== 'bilingual',
  },
  hindi_in_english: {
    source: 'languages_rules',
    paragraph: '5',
    warns: ({ letter, facts }) => facts.answered === 'hi' && letter.language === 'en',
  },
  addressee_too_long: onPaper(({ letter }) => {
    const lines = [...letter.addressees, ...letter.copyTo].flatMap(({ name, designation = '' }) => [name, designation]);
    return lines.some((line) => line.length > LONGEST_LINE);
  }),
  table_too_wide: onPaper(({ letter }) => tablesOf(letter).some((table) => widthOf(table) > TEXT_WIDTH_MM)),
  unit_without_hindi: onPaper(({ letter, facts }) => letter.language !== 'en' && facts.withoutHindi.includes('unit')),
  head_without_hindi: onPaper(({ letter, facts }) => letter.language !== 'en' && facts.withoutHindi.includes('head')),
};

/** What the manual has against a letter, with the paragraph that says so. */
export function checkLetter(letter: DraftContent, facts: LetterFacts): LetterWarning[] {
  const looked = look(letter, facts);
  return LETTER_CHECKS.filter((check) => RULES[check].warns(looked)).map((check) => {
    const { source, paragraph } = RULES[check];
    return { check, source, paragraph };
  });
}

function look(letter: DraftContent, facts: LetterFacts): Looked {
  const text = [letter.body, ...(letter.english ? [letter.english.body] : [])]
    .map(plainText)
    .join('\n')
    .normalize('NFC');
  return {
    letter,
    facts,
    text,
    parts: LETTER_FORM_PARTS[letter.form],
    sentences: text.split(/[।?!\n]|\.(?=\s|$)/u),
    to: letter.addressees.map(({ name, designation, address }) =>
      [name, designation, address].filter(Boolean).join(', ').replaceAll('\n', ' ').normalize('NFC'),
    ),
  };
}

/** Of its texts and of what is annexed to it. */
const tablesOf = ({ body, english, annexures = [] }: DraftContent) =>
  [body, ...(english ? [english.body] : []), ...annexures.map((each) => each.body)]
    .flatMap(blocksOf)
    .filter((block) => block.type === 'table');

/** Of those addressees whose post is one of the office, by its designation. */
function isTooFarBelow({ letter, facts: { posts } }: Looked): boolean {
  const own = posts.find(({ id }) => id === letter.signatoryPostId);
  if (!own) return false;
  return letter.addressees.some(({ name, designation }) => {
    const levels = posts.filter((post) => isCalled(post.designation, designation ?? name)).map(({ level }) => level);
    // Several posts may be called alike: the highest of them.
    return levels.length > 0 && Math.min(...levels) - own.level > MOST_LEVELS_BELOW;
  });
}

const isCalled = ({ hi, en }: Bilingual, written: string): boolean =>
  [hi, en].some((name) => name.normalize('NFC').toLowerCase() === written.normalize('NFC').trim().toLowerCase());

/** The point on which advice is wanted stands in the last paragraph. */
function asksAtItsEnd({ body }: DraftContent): boolean {
  const lines = plainText(body)
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return words.POINT_OF_ADVICE.test(lines.at(-1) ?? '');
}

/** Enclosures, whether they are documents or words alone, and annexures. */
const countedWith = ({ enclosures, enclosedDocuments = [], annexures = [] }: DraftContent): number =>
  enclosures.length + enclosedDocuments.length + annexures.length;

/** In either digits. */
const numberOf = (digits: string): number =>
  Number(Array.from(digits, (digit) => (/[०-९]/u.test(digit) ? (digit.codePointAt(0) ?? 0) - 0x966 : digit)).join(''));
