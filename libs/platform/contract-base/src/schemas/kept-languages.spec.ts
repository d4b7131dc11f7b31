import { inBoth, languagesKept, namedIn, onlyLanguage, withOnlyLanguage } from './kept-languages';

const NAZARAT = { hi: 'नज़ारत', en: 'Nazarat' };

describe('the languages that an office keeps', () => {
  it('are one, or both with Hindi first', () => {
    expect((['hi', 'en', 'bilingual'] as const).map(onlyLanguage)).toEqual(['hi', 'en', null]);
    expect((['hi', 'en', 'bilingual'] as const).map(languagesKept)).toEqual([['hi'], ['en'], ['hi', 'en']]);
  });

  it('make a name that is missing in one that in the other', () => {
    expect([inBoth({ hi: 'नज़ारत' }), inBoth({ hi: '', en: 'Nazarat' }), inBoth({ hi: null, en: null })]).toEqual([
      { hi: 'नज़ारत', en: 'नज़ारत' },
      { hi: 'Nazarat', en: 'Nazarat' },
      { hi: '', en: '' },
    ]);
  });

  it('leave the name in the other as it was where theirs is not changed', () => {
    expect(namedIn('hi', { ...NAZARAT, hi: ' नज़ारत ' }, NAZARAT)).toEqual(NAZARAT);
    expect(namedIn('hi', { ...NAZARAT, hi: 'भण्डार' }, NAZARAT)).toEqual({ hi: 'भण्डार', en: 'भण्डार' });
    expect(namedIn('en', { hi: '', en: 'Stores' }, null)).toEqual({ hi: 'Stores', en: 'Stores' });
    expect(namedIn(null, { hi: 'भण्डार', en: '' }, NAZARAT)).toEqual({ hi: 'भण्डार', en: '' });
  });

  it('fill names in what comes from outside, but no phrases, nothing in the other, and nothing deeper than names stand', () => {
    const both = { hi: 'क', en: 'क' };
    const said = { name: { hi: 'क' }, days: [{ name: { hi: 'क' } }], phrases: [{ hi: 'क' }], other: { en: 'x' } };
    expect(withOnlyLanguage(said, 'hi')).toEqual({ ...said, name: both, days: [{ name: both }] });
    expect(withOnlyLanguage({ text: { hi: 7 } }, 'hi')).toEqual({ text: { hi: 7 } });
    let deep: unknown = { hi: 'क' };
    for (let level = 0; level < 200_000; level++) deep = [deep];
    expect(Array.isArray(withOnlyLanguage(deep, 'hi'))).toBe(true);
  });
});
