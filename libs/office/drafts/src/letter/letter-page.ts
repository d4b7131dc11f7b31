import {
  type Addressee,
  type Bilingual,
  isNumbered,
  type Language,
  type LetterLanguage,
  printedIssueCode,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { fill, formatDate, formatInstant, inLanguage, type MessageKey, messagesOf } from '@patravali/messages';
import {
  qrCode,
  richText,
  runsOf,
  templateOf,
  type TypesetInput,
  unprintableIn,
  withEnding,
} from '@patravali/typesetting';
import type { LetterData, Signatory } from './letter-data';
import { listOf } from './refuse-unprintable';

const bothOf = (key: MessageKey<'letter'>): Bilingual => ({
  hi: messagesOf('letter', 'hi')[key],
  en: messagesOf('letter', 'en')[key],
});

/** The letter as its template takes it: every word chosen, every date written out; the template only places them. */
export function letterPage(letter: LetterData): TypesetInput {
  const { language, form } = letter;
  const plain = plainLanguage(letter);
  const word = (key: MessageKey<'letter'>) => oneLine(language, bothOf(key));
  const words = (key: MessageKey<'letter'>) => linesIn(language, bothOf(key));
  const both = (key: MessageKey<'letter'>) => inLanguage('bilingual', bothOf(key));
  const isLetter = form === 'letter';
  const data = {
    language: plain,
    title: fill(word('title'), { number: letter.number ?? word('draft'), subject: letter.subject }, plain),
    specimen: letter.specimen ? both('specimen') : null,
    draft: letter.number === null ? both('draft') : null,
    urgency:
      letter.urgency === 'ordinary'
        ? null
        : oneLine(language, letter.urgencyName ?? bothOf(`urgency.${letter.urgency}`)),
    letterhead: letterhead(letter, both),
    number: letter.number && { label: word('number'), text: letter.number },
    date: languagesOf(language).map((each) => ({
      label: messagesOf('letter', each).date,
      text: letter.date && formatDate('letter', letter.date, each),
    })),
    fileNumber: { label: word('fileNumber'), text: letter.fileNumber },
    form,
    heading: isLetter ? null : word('officeMemorandum'),
    to: {
      label: word('to'),
      asListed: words('asListed'),
      listTitle: words('listTitle'),
      list: letter.addressees.map(address),
    },
    subject: { label: word('subject'), text: letter.subject },
    reference: letter.reference && { label: word('reference'), lines: yourLetter(letter, letter.reference) },
    salutation: isLetter ? (letter.salutation ?? word('salutation')) : null,
    body: body(letter),
    subscription: isLetter ? word('subscription') : null,
    signatory: signatoryBlock(letter),
    genuine: letter.genuine ? genuineBlock(letter.genuine, words) : null,
    enclosures: { label: word('enclosures'), list: letter.enclosures },
    copyTo: {
      number: words('endorsement').map((text) => fill(text, { number: letter.number ?? letter.fileNumber }, plain)),
      label: words('copyTo'),
      byOrder: word('byOrder'),
      list: letter.copyTo.map((copy) => address(copy).join(', ')),
    },
    page: words('page').join(' · '),
  };
  // An issued letter has none: it would have been refused.
  const codes = letter.number === null ? unprintableIn(data) : [];
  const unprintable = codes.length > 0 ? fill(both('unprintable'), { characters: listOf(codes) }, plain) : null;
  return {
    template: templateOf('office/drafts', 'letter'),
    data: { ...data, unprintable },
    mostlyOnePage: true,
    passing: letter.number === null,
  };
}

/** Who signs it digitally: the signatory, or whoever issues what the signatory approved. */
export const signerOf = ({ signatory, issuer }: LetterData): Pick<Signatory, 'name' | 'designation'> =>
  issuer ?? signatory;

/** Beside the signature: the code, and where there is an address what the QR code leads to, for whoever types it. */
function genuineBlock(
  { code, link }: NonNullable<LetterData['genuine']>,
  words: (key: MessageKey<'letter'>) => readonly string[],
) {
  const printed = printedIssueCode(code);
  if (link === null) return { words: words('code'), code: printed, at: null };
  // The address without its scheme, as people type it, and without the code.
  const place = link.slice(link.indexOf('//') + 2, -(code.length + 1));
  return { words: words('genuine'), code: printed, at: { place, link, picture: qrCode(link) } };
}

/** The mark of the digital signature, that the signatory only approved it if so, then the name and post that it bears. */
function signatoryBlock(letter: LetterData) {
  const { language, signatory, issuer } = letter;
  const { name, designation } = signerOf(letter);
  const inWords = (text: Bilingual | null) => (text ? [[...new Set(linesIn(language, text))].join(' / ')] : []);
  return {
    lines: signatoryLines(letter),
    approved:
      issuer &&
      languagesOf(language).map((each) => said('approved', formatInstant('letter', issuer.approvedAt, each), each)),
    // On a preview it is room for what will stand there.
    signed: {
      label: linesIn(language, bothOf('signed')),
      by: [...(name ? inWords(name) : ['–']), ...(issuer ? inWords(designation) : [])],
      at: signatory.signedAt ? formatInstant('letter', signatory.signedAt, plainLanguage(letter)) : '–',
    },
  };
}

/** In both languages name and designation of one stand together; a link officer signs for the post. */
const signatoryLines = ({ language, signatory: { name, designation, isFor } }: LetterData) =>
  languagesOf(language)
    .map((each) => ({
      name: name?.[each] ?? null,
      designation: isFor ? said('for', designation[each], each) : designation[each],
    }))
    .filter((line, index, all) => index === 0 || JSON.stringify(line) !== JSON.stringify(all[0]));

const said = (key: 'for' | 'approved', what: string, language: Language): string =>
  fill(messagesOf('letter', language)[key], { what }, language);

/** Of a letter in both languages Hindi comes first. */
export const plainLanguage = ({ language }: Pick<LetterData, 'language'>): Language =>
  language === 'en' ? 'en' : 'hi';

function letterhead({ letterhead: head }: LetterData, both: (key: MessageKey<'letter'>) => string) {
  const reach = [head.phone && `${both('phone')}: ${head.phone}`, head.email && `${both('email')}: ${head.email}`];
  const line = (language: Language) =>
    [head.name[language], head.unit?.[language], head.address[language]].map((each) => (each === '' ? null : each));
  return { hi: line('hi'), en: line('en'), reach: reach.filter(Boolean) };
}

/** A line each, without the commas that may stand at their ends. */
const address = ({ name, designation, address: place }: Addressee): string[] =>
  [name, designation, place]
    .flatMap((each) => each?.split('\n') ?? [])
    .flatMap((line) => line.trim().replace(/,$/, '') || []);

const yourLetter = ({ language }: LetterData, { number, date }: NonNullable<LetterData['reference']>): string[] =>
  languagesOf(language).map((each) => {
    const { yourLetter: undated, yourLetterOfDate } = messagesOf('letter', each);
    if (date === null) return fill(undated, { number }, each);
    return fill(yourLetterOfDate, { number, date: formatDate('letter', date, each) }, each);
  });

const DEVANAGARI = /\p{Script=Devanagari}/u;

/** An empty line that was left in the draft is no paragraph. Readers for the blind are told which blocks are English. */
function body(letter: LetterData) {
  const text = withoutEmptyBlocks(letter.body);
  const first = text.blocks.find(({ type }) => type === 'paragraph');
  return withEnding(richText(text, first && isNumbered(first) ? 1 : 2)).map((block) => {
    const isHindi = runsOf(block).some(({ text }) => DEVANAGARI.test(text));
    const language = letter.language === 'bilingual' && !isHindi ? 'en' : plainLanguage(letter);
    // The first paragraph bears no number; the others count from 2.
    return { ...block, language, ...(block.kind === 'paragraph' && block.number === 1 && { number: null }) };
  });
}

const languagesOf = (language: LetterLanguage): Language[] => (language === 'bilingual' ? ['hi', 'en'] : [language]);

const linesIn = (language: LetterLanguage, text: Bilingual): string[] =>
  languagesOf(language).map((each) => text[each]);

/** Between two languages the comma or colon comes once, behind both: `सेवा में / To,`. */
const oneLine = (language: LetterLanguage, { hi, en }: Bilingual): string =>
  language === 'bilingual'
    ? inLanguage(language, { hi: hi.replace(/[,:-]+$/, ''), en })
    : inLanguage(language, { hi, en });
