import type { Addressee } from '@patravali/contract';
import { printedDay, printedInstant } from './dates';
import type { LetterData } from './letter-data';
import { printable } from './printable';
import { richText } from './rich-text';
import { fill, inLanguage, phrase, WORDS } from './words';

/** What `letter.typ` is given: every word chosen, every date written out; the template only places them. */
export function letterPage(letter: LetterData) {
  const { language, signatory } = letter;
  const word = (name: keyof typeof WORDS.hi.letter) => phrase(language, ({ letter: words }) => words[name]);
  const isLetter = letter.form === 'letter';
  return {
    language: language === 'en' ? 'en' : 'hi',
    title: fill(word('title'), { number: letter.number ?? word('draft'), subject: printable(letter.subject) }),
    specimen: letter.specimen ? `${WORDS.hi.specimen} / ${WORDS.en.specimen}` : null,
    draft: letter.number === null ? `${WORDS.hi.letter.draft} / ${WORDS.en.letter.draft}` : null,
    urgency: letter.urgency === 'ordinary' ? null : phrase(language, ({ urgency }) => urgency[urgencyOf(letter)]),
    letterhead: letterhead(letter),
    number: letter.number && { label: word('number'), text: printable(letter.number) },
    date: { label: word('date'), text: letter.date && dayIn(letter, letter.date) },
    fileNumber: { label: word('fileNumber'), text: printable(letter.fileNumber) },
    form: letter.form,
    heading: isLetter ? null : word('officeMemorandum'),
    to: { label: word('to'), list: letter.addressees.map(address) },
    subject: { label: word('subject'), text: printable(letter.subject) },
    reference: letter.reference && { label: word('reference'), text: yourLetter(letter, letter.reference) },
    salutation: isLetter ? printable(letter.salutation ?? word('salutation')) : null,
    body: richText(letter.body),
    subscription: isLetter ? word('subscription') : null,
    signatory: {
      name: printable(inLanguage(language, signatory.name)),
      designation: printable(inLanguage(language, signatory.designation)),
      signed: signatory.signedAt && {
        label: word('signed'),
        at: printedInstant(signatory.signedAt, language === 'en' ? 'en' : 'hi'),
      },
    },
    enclosures: { label: word('enclosures'), list: letter.enclosures.map((each) => printable(each)) },
    copyTo: {
      label: word('copyTo'),
      asAbove: letter.number && word('numberAsAbove'),
      list: letter.copyTo.map((copy) => address(copy).join(', ')),
    },
    page: word('page'),
  };
}

function letterhead({ letterhead: head }: LetterData) {
  const { phone, email } = WORDS.hi.letter;
  const english = WORDS.en.letter;
  const reach = [
    head.phone && `${phone} / ${english.phone}: ${head.phone}`,
    head.email && `${email} / ${english.email}: ${head.email}`,
  ];
  const line = (language: 'hi' | 'en') =>
    [head.name[language], head.unit?.[language], head.address[language]].map((each) => (each ? printable(each) : null));
  return { hi: line('hi'), en: line('en'), reach: reach.filter(Boolean).map((each) => printable(each ?? '')) };
}

const urgencyOf = ({ urgency }: LetterData) => (urgency === 'ordinary' ? 'priority' : urgency);

const address = ({ name, designation, address: place }: Addressee): string[] =>
  [name, designation, place].flatMap((each) => (each ? [printable(each)] : []));

const dayIn = ({ language }: LetterData, day: string): string =>
  inLanguage(language, { hi: printedDay(day, 'hi'), en: printedDay(day, 'en') });

function yourLetter(letter: LetterData, { number, date }: NonNullable<LetterData['reference']>): string {
  const say = (language: 'hi' | 'en') => {
    const { yourLetter: undated, yourLetterOfDate } = WORDS[language].letter;
    return date
      ? fill(yourLetterOfDate, { number: printable(number), date: printedDay(date, language) })
      : fill(undated, { number: printable(number) });
  };
  return inLanguage(letter.language, { hi: say('hi'), en: say('en') });
}
