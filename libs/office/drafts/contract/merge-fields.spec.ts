import type { StructuredText } from '@patravali/contract-base';
import { blanksOf, filledIn, MERGE_FIELD_NAMES, unknownFieldsOf, withWords } from './merge-fields';

const text = (...words: string[]): StructuredText => ({
  version: 2,
  blocks: [
    { type: 'paragraph', children: words.map((each) => ({ type: 'text', text: each })) },
    { type: 'table', rows: [{ cells: [{ children: [{ type: 'text', text: '{पदनाम}' }] }] }] },
  ],
});
const letter = {
  subject: '{File Number} विषय',
  salutation: '{ प्राप्तकर्ता },',
  body: text('{दिनांक} को {अज्ञात} एवं ', '{दिनांक}'),
  enclosures: ['{पत्रावली संख्या} की प्रति'],
  english: { subject: 'By {reply by}', salutation: null, body: text('{no such}') },
};

describe('the fields of a template', () => {
  it('are named alike by nobody: each name is of one field in one language', () => {
    const names = Object.values(MERGE_FIELD_NAMES).flatMap(({ hi, en }) => [hi, en]);
    expect(new Set(names.map((name) => name.normalize('NFC'))).size).toBe(names.length);
  });

  it('are found wherever words stand, each once; other braces are no fields', () => {
    expect(blanksOf(letter)).toEqual([
      '{File Number}',
      '{ प्राप्तकर्ता }',
      '{दिनांक}',
      '{पदनाम}',
      '{पत्रावली संख्या}',
      '{reply by}',
    ]);
    expect(unknownFieldsOf(letter)).toEqual(['{अज्ञात}', '{no such}']);
  });

  it('are filled in in the language of their name, and stay in their braces where nothing is known', () => {
    const valueOf = (field: string, language: string) => (field === 'replyBy' ? null : `${field}-${language}`);
    const filled = withWords(letter, (words) => filledIn(words, valueOf));
    expect(filled).toMatchObject({
      subject: 'fileNumber-en विषय',
      salutation: 'addressee-hi,',
      english: { subject: 'By {reply by}' },
      enclosures: ['fileNumber-hi की प्रति'],
      body: {
        blocks: [
          { children: [{ text: 'today-hi को {अज्ञात} एवं today-hi' }] },
          { rows: [{ cells: [{ children: [{ text: 'designation-hi' }] }] }] },
        ],
      },
    });
    expect(blanksOf(filled)).toEqual(['{reply by}']);
  });

  it('do not read what is filled in as a field', () => {
    expect(filledIn('{office}', () => '{date}$&')).toBe('{date}$&');
  });
});
