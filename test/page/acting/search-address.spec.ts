import { readSearch } from '../../../apps/web/src/app/search-address';
import { readKind } from '../../../apps/web/src/search/narrowing/kinds';
import { readFoundInLetter, wordsInAddress, wordsOfAddress } from '../../../apps/web/src/ui/page/found-in-address';

describe('the address of a search', () => {
  it('says the words, and the kind alone that is looked at', () => {
    const { q, kind } = readSearch({ q: 'वेतन निर्धारण', kind: 'note' });
    expect([q, readKind(kind)]).toEqual(['वेतन निर्धारण', 'note']);
  });

  it('takes what looks like a number for words', () => {
    expect(readSearch({ q: 11011 }).q).toBe('11011');
  });

  it('shows all kinds where it names none that there is', () => {
    const kinds = ['ledger', 'NOTE', 7, null, undefined, '../file'].map((kind) => readKind(readSearch({ kind }).kind));
    expect(kinds.filter((kind) => kind !== undefined)).toEqual([]);
  });
});

describe('the address of a letter in which something was found', () => {
  it('says in which document, on which page and which words are marked', () => {
    const words = ['अग्रणी', 'बैंक'];
    const address = { document: 'd', page: 2, found: wordsInAddress(words) };
    expect(readFoundInLetter(address)).toEqual(address);
    expect(wordsOfAddress(address.found)).toEqual(words);
    expect([wordsInAddress([]), wordsOfAddress(undefined), wordsOfAddress('|')]).toEqual([undefined, [], []]);
  });

  it('asks for no page that there cannot be', () => {
    const pages = [0, -1, 1.5, '2', Infinity, null].map((page) => readFoundInLetter({ page }).page);
    expect(pages.filter((page) => page !== undefined)).toEqual([]);
  });
});
