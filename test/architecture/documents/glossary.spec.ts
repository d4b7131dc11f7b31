import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

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
  return found;
}

describe('the glossary', () => {
  const hindi = sentences('hi');
  const english = sentences('en');
  const office = new Map(rows('The office').map(([word = '', inHindi]) => [word, words(inHindi)]));

  it.each(Object.entries(LABELS))('names %s as the page does', (word, key) => {
    expect(office.get(word)).toContain(hindi.get(key));
    expect(english.get(key)?.toLowerCase()).toBe(LONGER_IN_ENGLISH[word] ?? word);
  });

  const retired = rows('Words we do not use').flatMap(([instead = '', not]) =>
    words(not).map((word): [string, string] => [word, instead]),
  );

  it('lists words to avoid', () => {
    expect(retired.length).toBeGreaterThan(20);
  });

  it.each(retired)('keeps “%s” out of everything a person reads (we write %s)', (word) => {
    const isHindi = /\p{Script=Devanagari}/u.test(word);
    const letter = isHindi ? '\\p{Script=Devanagari}' : '[a-z]';
    const pattern = new RegExp(`(?<!${letter})${word.replaceAll('.', '\\.')}(?!${letter})`, 'iu');
    const found = [...(isHindi ? hindi : english)].filter(([, text]) => pattern.test(text));
    expect(found).toEqual([]);
  });
});
