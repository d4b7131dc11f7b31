import { readSearch } from '../../../apps/web/src/app/search-address';
import { readKind } from '../../../apps/web/src/search/kinds';

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
