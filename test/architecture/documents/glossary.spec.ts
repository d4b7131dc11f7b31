import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { en as verifierEnglish } from '../../../libs/verifier/src/command/words/en';
import { hi as verifierHindi, rowsInHindi } from '../../../libs/verifier/src/command/words/hi';

const ROOT = join(__dirname, '../../..');
const glossary = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8');
type Language = 'hi' | 'en';

/** Where the page shows a word of the glossary as a label of its own. */
const LABELS: Readonly<Record<string, string>> = {
  'file number': 'details.number',
  'computer number': 'details.computerNumber',
  'note sheet': 'note.sheet',
  file: 'file.title',
  note: 'desk.note',
  decision: 'note.decision',
  reference: 'note.refer',
  receipt: 'receipts.letter',
  'diary number': 'receipts.diaryNumber',
  correspondence: 'whole-file.correspondence',
  draft: 'draft.title',
  addressee: 'registers.addressee',
  desk: 'desk.navigation',
  movement: 'movements.what',
  'action asked': 'desk.actionAsked',
  grading: 'details.grading',
  urgency: 'details.urgency',
  head: 'desk.head',
};
/** Labels that are longer in English than the word they show. */
const LONGER_IN_ENGLISH: Readonly<Record<string, string>> = { head: 'number head' };

const rows = (heading: string) =>
  (glossary.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const words = (cell = '') => cell.split(',').map((word) => word.trim());

/** Every sentence of a language under `key` and `topic.key`. */
function sentences(language: Language): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync(`libs/{office/messages,platform/language}/src/${language}/*.json`, { cwd: ROOT })) {
    const topic = basename(path, '.json');
    const entries = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(entries)) found.set(key, text).set(`${topic}.${key}`, text);
  }
  const verifier = language === 'hi' ? { ...verifierHindi, ...rowsInHindi } : verifierEnglish;
  for (const [key, text] of Object.entries(verifier)) found.set(`verifier.${key}`, text);
  return found;
}
/** What the demo office and its story say in Hindi. */
const inDemo = new Map(
  globSync('apps/office/demo/*.json', { cwd: ROOT }).flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/"([^"\n]*\p{Script=Devanagari}[^"\n]*)"/gu)].map(
      ({ 1: text = '', index }): [string, string] => [`${path} ${index}`, text],
    ),
  ),
);
/** Spellings and phrases that are no things of the office, and what is written instead. */
const ALSO_RETIRED: readonly (readonly [string, string])[] = [
  ['PDF', 'पी.डी.एफ, पीडीएफ'],
  ['आलेख', 'आलेख्य'],
  ['संचरण', 'संचलन'],
  ['प्राथमिकता', 'तात्कालिकता'],
  ['लॉग आउट', 'बाहर निकलें'],
  ['उपर्युक्त', 'उपरोक्त'],
  ['वी०आई०पी०', 'अति विशिष्ट'],
  ['विंडो', 'खिड़की'],
  ['रद्द करें', 'रहने दें'],
  ['पूर्वावलोकन', 'झलक'],
  ['कैलेण्डर', 'पंचांग'],
  ['नमूना कार्यालय, नमूना कुंजी', 'प्रदर्शन कार्यालय, प्रदर्शन कुंजी'],
  ['मान्यता प्राप्त', 'भरोसे के, भरोसे का'],
  ['घटनाक्रम', 'क्या-क्या हुआ'],
  ['ठहराव', 'पड़ाव'],
  ['प्रारम्भिक अंक', 'बीज'],
  ['हैश', 'अंगुलि-चिह्न'],
  ['सेटिंग', 'विन्यास में त्रुटियाँ'],
  ['कार्यवाही', 'कार्रवाई'],
  ['अन्तर्गत, अन्तिम, सम्बन्ध, बन्द', 'अंतर्गत, अंतिम, संबंध, बंद'],
  ['जाँच, शृंखला, गलत', 'जांच, श्रृंखला, ग़लत'],
  ['डेटाबेस, घण्टे, सेकण्ड', 'डाटाबेस, घंटे, सेकंड'],
  ['refresh preview', 'typeset'],
  ['not found', 'no post fits, no head fits'],
  ['keyboard shortcuts', 'all keys'],
  ['outcome', 'what came of it, what became of'],
  ['continue', 'go on with, goes on in'],
  ['no longer valid', 'no longer holds'],
  ['permanently', 'for good'],
  ['again', 'anew'],
  ['anyone, everyone', 'whoever'],
  ['the reason', 'say why, why it was kept'],
  ['recorded', 'stands on the record'],
  ['the log has stopped', 'the log stands'],
  ['compared with', 'held against'],
  ['automatically', 'by itself'],
  ['incorrect', 'not so'],
  ['is on, is in', 'lies on, lies in, stands on, stands in'],
  ['actions', 'acts on'],
  ['previous page', 'the page before'],
];
/** Its posts, units and people; what its letters are about has words of its own: a चरित्र पंजिका, a वैकल्पिक व्यवस्था. */
const ofDemoOffice = [...inDemo].filter(([place]) => place.includes('/office.json'));
/** `वी.आई.पी.`, `सं॰`: an office types the digit ०. */
const OTHER_ABBREVIATION = /॰|\p{Script=Devanagari}\.(?!\d)/u;

describe('the glossary', () => {
  const hindi = sentences('hi');
  const english = sentences('en');
  const office = new Map(rows('The office').map(([word = '', inHindi]) => [word, words(inHindi)]));

  it.each(Object.entries(LABELS))('names %s as the page does', (word, key) => {
    expect(office.get(word)).toContain(hindi.get(key));
    expect(english.get(key)?.toLowerCase()).toBe(LONGER_IN_ENGLISH[word] ?? word);
  });

  const retired = [...rows('Words we do not use'), ...ALSO_RETIRED].flatMap(([instead = '', not]) =>
    words(not).map((word): [string, string] => [word, instead]),
  );

  it('lists words to avoid', () => {
    expect(retired.length).toBeGreaterThan(90);
  });

  it.each(retired)('keeps “%s” out of everything a person reads (we write %s)', (word) => {
    const isHindi = /\p{Script=Devanagari}/u.test(word);
    const letter = isHindi ? '\\p{Script=Devanagari}' : '[a-z]';
    const pattern = new RegExp(`(?<!${letter})${word.replaceAll('.', '\\.')}(?!${letter})`, 'iu');
    const found = [...(isHindi ? [...hindi, ...ofDemoOffice] : english)].filter(([, text]) => pattern.test(text));
    expect(found).toEqual([]);
  });

  it('abbreviates in Hindi with the digit ०', () => {
    expect(['सं॰', 'वी.आई.पी.'].filter((text) => !OTHER_ABBREVIATION.test(text))).toEqual([]);
    expect(inDemo.size).toBeGreaterThan(500);
    expect([...hindi, ...inDemo].filter(([, text]) => OTHER_ABBREVIATION.test(text))).toEqual([]);
  });
});
