import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '@language/fill';
import type { Language } from '@patravali/contract';

const FOLDERS = ['office/messages', 'platform/language'].map((lib) => join(__dirname, '../../../libs', lib, 'src'));

/** The placeholders that are given a count. */
const COUNTS = 'added all changed count days desks done hits letters max min n notes pages stays'.split(' ');

/** What may follow a count: things counted, one and several; and words that stay as they are. */
const THINGS: Record<Language, Record<string, string>> = {
  en: {
    addressee: 'addressees',
    character: 'characters',
    comment: 'comments',
    day: 'days',
    desk: 'desks',
    document: 'documents',
    entry: 'entries',
    event: 'events',
    file: 'files',
    hour: 'hours',
    job: 'jobs',
    letter: 'letters',
    mark: 'marks',
    minute: 'minutes',
    mistake: 'mistakes',
    note: 'notes',
    page: 'pages',
    part: 'parts',
    participant: 'participants',
    picture: 'pictures',
    post: 'posts',
    receipt: 'receipts',
    row: 'rows',
    second: 'seconds',
    stay: 'stays',
    time: 'times',
  },
  hi: {
    कार्य: 'कार्यों',
    खण्ड: 'खण्डों',
    घटना: 'घटनाएँ',
    टिप्पणी: 'टिप्पणियाँ',
    त्रुटि: 'त्रुटियाँ',
    पंक्ति: 'पंक्तियों',
    पद: 'पदों',
    प्रविष्टि: 'प्रविष्टियाँ',
    प्रेषिती: 'प्रेषितियों',
    पटल: 'पटलों',
    पत्रावली: 'पत्रावलियाँ',
    फ़ाइल: 'फ़ाइलें',
    बदली: 'बदली',
    भाग: 'भागों',
    सहभागी: 'सहभागियों',
  },
};
const SAME: Record<Language, readonly string[]> = {
  en: ['calendar', 'changed', 'd', 'linked', 'more', 'of', 'on', 'other', 'saved', 'working'],
  // पटल is counted in the direct case too, where it does not change.
  hi: 'अक्षर अन्य अभिलेख आलेख कार्य कैलेण्डर को घण्टे चित्र दिन पटल पत्र पर पृष्ठ प्राप्त बार मिनट में विराम संलग्न सम्बद्ध सहेजी से सेकण्ड'.split(
    ' ',
  ),
};

const sentences = (language: Language): [string, string][] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(folder, language)).flatMap((topic) => {
      const said = JSON.parse(readFileSync(join(folder, language, topic), 'utf8')) as Record<string, string>;
      return Object.entries(said).map(([key, sentence]): [string, string] => [`${topic} ${key}`, sentence]);
    }),
  );

const isCounted = (sentence: string): boolean => COUNTS.some((name) => new RegExp(`\\{${name}[|:}]`).test(sentence));

/** The words behind the counts of a sentence that do not fit so many. */
function wrongWords(sentence: string, count: number, language: Language): string[] {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, count]));
  const filled = fill(sentence.replaceAll(':number}', '}'), counts, language);
  const isOne = new Intl.PluralRules(language).select(count) === 'one';
  const things = THINGS[language];
  const fitting = [...SAME[language], ...(isOne ? Object.keys(things) : Object.values(things))];
  return [...filled.matchAll(/(?<![\d/-])\d+ ([\p{L}\p{M}]+)/gu)]
    .map(([, word]) => word ?? '')
    .filter((word) => !fitting.includes(word));
}

describe.each(['en', 'hi'] as const)('A count in a sentence, in %s', (language) => {
  it.each([0, 1, 2])('is followed by words that fit %s', (count) => {
    const wrong = sentences(language)
      .filter(([, sentence]) => isCounted(sentence))
      .flatMap(([key, sentence]) => wrongWords(sentence, count, language).map((word) => `${key}: ${count} ${word}`));
    expect(wrong).toEqual([]);
  });
});

it('A sentence with a word that fits one alone, or several alone, is found out', () => {
  expect(wrongWords('{pages} pages', 1, 'en')).toEqual(['pages']);
  expect(wrongWords('{pages} page', 2, 'en')).toEqual(['page']);
  expect(wrongWords('{notes} टिप्पणी', 2, 'hi')).toEqual(['टिप्पणी']);
  expect(wrongWords('{n} unheard', 2, 'en')).toEqual(['unheard']);
});
