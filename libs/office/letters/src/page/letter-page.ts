import {
  type Addressee,
  blanksOf,
  type Language,
  LETTER_FORM_PARTS,
  plainText,
  printedIssueCode,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { fill } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import { qrCode, richText, templateOf, type TypesetInput, unprintableIn } from '@patravali/typesetting';
import type { LetterData } from './letter-data';
import { letterOrder } from './letter-order';
import { designationOf, englishOf, letterTexts, reachOf, signatoryLines, signedOnce, titleOf } from './letter-texts';
import { dateIn, inBoth, type LetterKey, LetterWords, numberIn, type ReadNumber, said } from './letter-words';
import { withMoneyGrouped } from './money-in-tables';
import { listOf } from './refuse-unprintable';

/** How a letter is tried to be one page, and from how many letters on not at all, since it never is. */
const AS_ONE_PAGE = {
  ways: [0, 0.5, 1].map((closeness) => ({ onePage: true, closeness })),
  before: 4_000,
};
/** Two texts of one letter below each other, else beside each other. */
const TWO_TEXTS_AS_ONE_PAGE = {
  ways: [{ onePage: true }, ...[0, 0.5, 1].map((closeness) => ({ onePage: true, beside: true, closeness }))],
  before: 3_000,
};

/** The letter as its template takes it: every word chosen, every date written out; the template only places them. */
export function letterPage(letter: LetterData): TypesetInput {
  const words = new LetterWords(letter.language);
  const parts = LETTER_FORM_PARTS[letter.form];
  const { number, layout = 'central' } = letter;
  const data = {
    language: words.plain,
    title: fill(
      words.word('title'),
      { number: printedNumber(letter) ?? words.word('draft'), subject: letter.subject },
      words.plain,
    ),
    specimen: letter.specimen ? headed('specimen', letter.look) : null,
    draft: number === null ? headed('draft', letter.look) : null,
    order: letterOrder(letter.form, layout),
    publication: publicationOf(letter),
    letterhead: letterhead(letter, layout === 'uttar_pradesh' && parts.sender),
    urgency:
      letter.urgency === 'ordinary'
        ? null
        : letter.urgencyName
          ? words.inOneLine(letter.urgencyName)
          : words.word(`urgency.${letter.urgency}`),
    writer: writer(letter, words),
    number: number === null ? null : numbered(parts.number, { number, numberHi: letter.numberHi }, words),
    dates: dates(letter, words),
    fileNumber: numbered('fileNumber', numberOfFile(letter), words),
    unit: letter.letterhead.unit && words.inOneLine(letter.letterhead.unit),
    sender: { label: words.word('sender'), lines: sender(letter, words) },
    heading: parts.title ? titleOf(letter, words) : null,
    to: {
      label: parts.saysTo ? words.word('to') : null,
      isAbove: parts.addressees === 'above',
      asListed: words.lines('asListed'),
      listTitle: words.lines('listTitle'),
      list:
        parts.addressees === 'none'
          ? []
          : letter.addressees.map((one, index) => [...address(one), ...englishOf(letter, 'addressees', index)]),
    },
    texts: letterTexts(letter),
    signedOnce: signedOnce(letter),
    genuine: letter.genuine ? genuineBlock(letter.genuine, words) : null,
    enclosures: { label: words.word(parts.enclosures), list: enclosures(letter, words) },
    copyTo: {
      number: endorsement(letter, words),
      label: words.lines('copyTo'),
      byOrder: words.word('byOrder'),
      marks: [words.word(letter.certified === 'sealed' ? 'sealed' : 'signed')],
      list: letter.copyTo.map((copy, index) =>
        [address(copy).join(', '), ...englishOf(letter, 'copyTo', index)].join(' / '),
      ),
      // Where he is reached stands above.
      signatory: signatoryLines(letter, words).map((line) => ({ ...line, reach: [] })),
    },
    annexures: annexures(letter, words),
    page: words.lines('page').join(' · '),
  };
  // An issued letter has none: it would have been refused.
  const codes = number === null ? unprintableIn(data) : [];
  const unprintable =
    codes.length > 0 ? fill(headed('unprintable', letter.look), { characters: listOf(codes) }, words.plain) : null;
  return {
    template: templateOf('office/letters', 'letter'),
    data: { ...data, unprintable, hasBlanks: number === null && blanksOf(letter).length > 0 },
    ...(letter.look?.emblem && { pictures: { emblem: letter.look.emblem.picture } }),
    asOnePage: waysToOnePage(letter),
    passing: number === null,
  };
}

function waysToOnePage({ body, english, annexures = [] }: LetterData): readonly object[] {
  const { ways, before } = english ? TWO_TEXTS_AS_ONE_PAGE : AS_ONE_PAGE;
  const letters = plainText(body).length + (english ? plainText(english.body).length : 0);
  return annexures.length === 0 && letters < before ? ways : [];
}

/** A number behind its label; in both languages once, unless each reads it otherwise. */
function numbered(label: LetterKey, number: ReadNumber, words: LetterWords) {
  const text = numberIn(number, words.plain);
  const differs = words.languages.some((language) => numberIn(number, language) !== text);
  const lines = differs
    ? words.languages.map((language) => ({ label: said(label, language), number: numberIn(number, language) }))
    : [{ label: words.word(label), number: text }];
  return { lines, text };
}

const numberOfFile = ({ fileNumber, fileNumberHi }: LetterData): ReadNumber => ({
  number: fileNumber,
  numberHi: fileNumberHi,
});

/** The number as the letter bears it; null on a draft. */
export const printedNumber = ({ number, numberHi, language }: LetterData): string | null =>
  number && numberIn({ number, numberHi }, plainLanguage({ language }));

/** Beside the signature: the code, and where there is an address what the QR code leads to, for whoever types it. */
function genuineBlock({ code, link }: NonNullable<LetterData['genuine']>, words: LetterWords) {
  const printed = printedIssueCode(code);
  if (link === null) return { words: words.lines('code'), code: printed, at: null };
  // The address without its scheme, as people type it, and without the code.
  const place = link.slice(link.indexOf('//') + 2, -(code.length + 1));
  return { words: words.lines('genuine'), code: printed, at: { place, link, picture: qrCode(link) } };
}

/** Of a letter in both languages Hindi comes first. */
export const plainLanguage = ({ language }: Pick<LetterData, 'language'>): Language => new LetterWords(language).plain;

/** What every letter says whatever its language: an office that heads its letters in one language has no label in the other. */
function headed(key: LetterKey, look: LetterData['look']): string {
  const { languages = 'bilingual' } = look ?? {};
  return languages === 'bilingual' ? inBoth(key) : said(key, languages);
}

/** @param isShort the section stands beside the date */
function letterhead({ letterhead: head, look }: LetterData, isShort: boolean) {
  const line = (language: Language) =>
    [head.name[language], isShort ? null : head.unit?.[language], head.address[language]].map((each) =>
      each === '' ? null : each,
    );
  const { languages = 'bilingual', colour = null, emblem } = look ?? {};
  const label = (key: LetterKey) => headed(key, look);
  const reach = [head.phone && `${label('phone')}: ${head.phone}`, head.email && `${label('email')}: ${head.email}`];
  const lines = (['hi', 'en'] as const).filter((each) => languages === 'bilingual' || languages === each).map(line);
  return {
    lines,
    colour,
    reach: reach.filter(Boolean),
    isShort,
    emblem: emblem ? { kind: emblem.kind, alt: label('emblem') } : null,
  };
}

/** In each language what was typed in it. */
function publicationOf({ form, publication, english }: LetterData): string[] {
  if (LETTER_FORM_PARTS[form].publication === null) return [];
  return [publication, english?.publication].filter((line) => line !== undefined);
}

/** A line for each language: the place, the date. */
function dates({ layout = 'central', letterhead: { place }, date }: LetterData, words: LetterWords) {
  const key = layout === 'central' ? 'dateAtPlace' : 'placeAndDate';
  return words.languages.map((each) => ({
    label: place ? said(key, each, { place: place[each] }) : said('date', each),
    text: date && dateIn(date)(each),
  }));
}

/** The signatory at the top of a letter that is his own. */
function writer({ signatory }: LetterData, words: LetterWords): string[] {
  const lines = words.languages.flatMap((each) => [
    ...(signatory.name ? [signatory.name[each]] : []),
    designationOf(signatory, each),
  ]);
  return [...new Set(lines), ...reachOf(signatory, words)];
}

/** Name, post and office, each language together. */
function sender({ signatory, letterhead: { name } }: LetterData, words: LetterWords): string[] {
  const lines = words.languages.flatMap((each) => [
    ...(signatory.name ? [signatory.name[each]] : []),
    designationOf(signatory, each),
    name[each],
  ]);
  return [...new Set(lines)];
}

/** The number of the endorsement, `26(1)/…`: its own, of which the template keeps the letters together. */
function endorsement(letter: LetterData, words: LetterWords) {
  const own = letter.copiesNumber ?? letter;
  const number = own.number === null ? numberOfFile(letter) : { number: own.number, numberHi: own.numberHi };
  return words.languages.map((each) => ({
    words: messagesOf('letter', each).endorsement,
    number: numberIn(number, each),
  }));
}

/** Documents first, each with its pages, then what is only words. */
function enclosures(letter: LetterData, words: LetterWords): string[] {
  const { enclosedDocuments = [], enclosures: others } = letter;
  const named = enclosedDocuments.map(({ title, pages }) => {
    return `${title} (${words.word('enclosedPages', () => ({ pages: String(pages) }))})`;
  });
  return [...named, ...others.map((each, index) => [each, ...englishOf(letter, 'enclosures', index)].join(' / '))];
}

/** Each with numbers of its own, from 1. */
function annexures({ annexures: all = [] }: LetterData, words: LetterWords) {
  return all.map(({ title, body }, index) => ({
    label: words.word('annexure', () => ({ ordinal: String(index + 1) })),
    title,
    body: richText(withMoneyGrouped(withoutEmptyBlocks(body)), 1).map((block) => ({ ...block, language: words.plain })),
  }));
}

/** A line each, without the commas that may stand at their ends. */
const address = ({ name, designation, address: place }: Addressee): string[] =>
  [name, designation, place]
    .flatMap((each) => each?.split('\n') ?? [])
    .flatMap((line) => line.trim().replace(/,$/, '') || []);
