import type { Addressee, Bilingual, Language } from '@patravali/contract';
import { fill, formatDate, formatInstant, inLanguage, type MessageKey, messagesOf } from '@patravali/messages';
import { richText, templateOf, type TypesetInput } from '@patravali/typesetting';
import type { LetterData, Signatory } from './letter-data';

const bothOf = (key: MessageKey<'letter'>): Bilingual => ({
  hi: messagesOf('letter', 'hi')[key],
  en: messagesOf('letter', 'en')[key],
});

/** The letter as its template takes it: every word chosen, every date written out; the template only places them. */
export function letterPage(letter: LetterData): TypesetInput {
  const { language, form } = letter;
  const plain = plainLanguage(letter);
  const word = (key: MessageKey<'letter'>) => inLanguage(language, bothOf(key));
  const both = (key: MessageKey<'letter'>) => inLanguage('bilingual', bothOf(key));
  const isLetter = form === 'letter';
  const data = {
    language: plain,
    title: fill(word('title'), { number: letter.number ?? word('draft'), subject: letter.subject }, plain),
    specimen: letter.specimen ? both('specimen') : null,
    draft: letter.number === null ? both('draft') : null,
    urgency: letter.urgency === 'ordinary' ? null : word(`urgency.${letter.urgency}`),
    letterhead: letterhead(letter, both),
    number: letter.number && { label: word('number'), text: letter.number },
    date: { label: word('date'), text: letter.date && dayIn(letter, letter.date) },
    fileNumber: { label: word('fileNumber'), text: letter.fileNumber },
    form,
    heading: isLetter ? null : word('officeMemorandum'),
    to: { label: word('to'), list: letter.addressees.map(address) },
    subject: { label: word('subject'), text: letter.subject },
    reference: letter.reference && { label: word('reference'), text: yourLetter(letter, letter.reference) },
    salutation: isLetter ? (letter.salutation ?? word('salutation')) : null,
    body: richText(letter.body),
    subscription: isLetter ? word('subscription') : null,
    signatory: signatoryBlock(letter),
    enclosures: { label: word('enclosures'), list: letter.enclosures },
    copyTo: {
      label: word('copyTo'),
      asAbove: letter.number && word('numberAsAbove'),
      list: letter.copyTo.map((copy) => address(copy).join(', ')),
    },
    page: word('page'),
  };
  return { template: templateOf('office/drafts', 'letter'), data };
}

/** Who signs it digitally: the signatory, or whoever issues what the signatory approved. */
export const signerOf = ({ signatory, issuer }: LetterData): Pick<Signatory, 'name' | 'designation'> =>
  issuer ?? signatory;

/** The mark of the digital signature, that the signatory only approved it if so, then the name and post that it bears. */
function signatoryBlock(letter: LetterData) {
  const { language, signatory, issuer } = letter;
  const plain = plainLanguage(letter);
  const signer = signerOf(letter);
  const said = (key: 'for' | 'approved', values: Bilingual) =>
    inLanguage(language, {
      hi: fill(messagesOf('letter', 'hi')[key], { what: values.hi }, 'hi'),
      en: fill(messagesOf('letter', 'en')[key], { what: values.en }, 'en'),
    });
  const instant = (at: string): Bilingual => ({
    hi: formatInstant('letter', at, 'hi'),
    en: formatInstant('letter', at, 'en'),
  });
  return {
    name: signatory.name && inLanguage(language, signatory.name),
    designation: signatory.isFor ? said('for', signatory.designation) : inLanguage(language, signatory.designation),
    approved: issuer && said('approved', instant(issuer.approvedAt)),
    signed: signatory.signedAt && {
      label: inLanguage(language, bothOf('signed')),
      name: signer.name && inLanguage(language, signer.name),
      designation: inLanguage(language, signer.designation),
      at: formatInstant('letter', signatory.signedAt, plain),
    },
  };
}

/** Of a letter in both languages Hindi comes first. */
export const plainLanguage = ({ language }: Pick<LetterData, 'language'>): Language =>
  language === 'en' ? 'en' : 'hi';

function letterhead({ letterhead: head }: LetterData, both: (key: MessageKey<'letter'>) => string) {
  const reach = [head.phone && `${both('phone')}: ${head.phone}`, head.email && `${both('email')}: ${head.email}`];
  const line = (language: Language) =>
    [head.name[language], head.unit?.[language], head.address[language]].map((each) => (each === '' ? null : each));
  return { hi: line('hi'), en: line('en'), reach: reach.filter(Boolean) };
}

const address = ({ name, designation, address: place }: Addressee): string[] =>
  [name, designation, place].flatMap((each) => (each ? [each] : []));

const dayIn = ({ language }: LetterData, day: string): string =>
  inLanguage(language, { hi: formatDate('letter', day, 'hi'), en: formatDate('letter', day, 'en') });

function yourLetter(letter: LetterData, { number, date }: NonNullable<LetterData['reference']>): string {
  const text = (language: Language) => {
    const { yourLetter: undated, yourLetterOfDate } = messagesOf('letter', language);
    if (date === null) return fill(undated, { number }, language);
    return fill(yourLetterOfDate, { number, date: formatDate('letter', date, language) }, language);
  };
  return inLanguage(letter.language, { hi: text('hi'), en: text('en') });
}
