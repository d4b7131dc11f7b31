import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intoKrutiDev } from '../test/into-kruti-dev';
import { ENGLISH_LINES, HINDI_LINES, variants } from '../test/office-lines';
import { knownWords, seeded } from '../test/known-words';
import { WORDS_AS_TYPED } from '../test/words-as-typed';
import { cured } from './cures';
import { type Writing, writingOf, writingsOf } from './legacy/recognise';

/** Sentences of this office that nobody wrote for this test. */
function messages(language: 'hi' | 'en'): string[] {
  const folder = join(__dirname, '../../../office/messages/src', language);
  return readdirSync(folder)
    .flatMap((name) => Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>))
    .map((text) => text.replaceAll(/\{[^}]*\}/g, '12').normalize('NFC'));
}

const words = (line: string) => line.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
const ofHindiAlone = (line: string) => !/[A-Za-z]/.test(line) && words(line) >= 3;

function randomLines(count: number, vocabulary: readonly string[], seed: number): string[] {
  const any = seeded(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + any(12) }, () => vocabulary[any(vocabulary.length)]).join(' '),
  );
}

const hindi = [
  ...HINDI_LINES.flatMap((line) => variants(line)),
  ...messages('hi').filter(ofHindiAlone),
  ...randomLines(1_500, knownWords(), 1),
];
const english = [...ENGLISH_LINES.flatMap((line) => variants(line)), ...messages('en')].filter((line) =>
  /[A-Za-z]/.test(line),
);
const romanised = randomLines(
  1_000,
  WORDS_AS_TYPED.map(([latin]) => latin),
  2,
);

describe('how a line is written', () => {
  it('is told right in 99 of 100 lines, and English is never taken for legacy text', () => {
    const sets: [string, string[], Writing][] = [
      ['Kruti Dev', hindi.map(intoKrutiDev), 'legacy'],
      ['Hindi', hindi, 'hindi'],
      ['English', english, 'latin'],
      ['Hindi in Latin letters', romanised, 'latin'],
      [
        'Hindi with English words',
        hindi
          .slice(0, 800)
          .map((line, index) => `${line} ${['PWD', 'e-Office', 'NIC', 'GeM portal'][index % 4] ?? ''}`),
        'hindi',
      ],
    ];
    const told = sets.map(([name, lines, meant]) => {
      const wrong = lines.filter((line) => writingOf(line) !== meant);
      return { name, lines: lines.length, wrong: wrong.length, examples: wrong.slice(0, 5) };
    });
    const all = told.reduce((sum, { lines }) => sum + lines, 0);
    const wrong = told.reduce((sum, one) => sum + one.wrong, 0);
    console.info(
      `${String(all)} lines, ${(100 - (100 * wrong) / all).toFixed(2)} % told right: ` +
        told.map((one) => `${one.name} ${String(one.lines - one.wrong)}/${String(one.lines)}`).join(', '),
    );
    expect(all).toBeGreaterThan(5_000);
    for (const { name, lines, wrong: some } of told) expect([name, some / lines < 0.01]).toEqual([name, true]);
    expect(english.filter((line) => cured(line) !== null)).toEqual([]);
    expect(romanised.filter((line) => cured(line) !== null)).toEqual([]);
  });

  it('of a short line is told by its neighbours', () => {
    expect(writingOf('iqjkuk')).toBe('latin');
    expect(writingsOf(['lsok esa]', 'iqjkuk', "mÙkj izns'k 'kklu] y[kuÅA"])).toEqual(['legacy', 'legacy', 'legacy']);
    expect(writingsOf(["mÙkj izns'k 'kklu] y[kuÅA", 'The file is put up for orders.'])).toEqual(['legacy', 'latin']);
  });

  it('of signs and digits alone is nothing', () => {
    expect(writingsOf(['', '12/34', '—', '14.02.2026'])).toEqual(['none', 'none', 'none', 'none']);
  });
});

describe('what is offered for a pasted text', () => {
  it('is its legacy lines in Unicode, the others as they are', () => {
    expect(cured("lsok esa]\n\nThe Director\nmÙkj izns'k 'kklu")).toEqual({
      kind: 'legacy',
      text: 'सेवा में,\n\nThe Director\nउत्तर प्रदेश शासन',
    });
  });

  it('is its signs of vowels in their places', () => {
    expect(cured('नागरिकांे तक\nright')).toEqual({ kind: 'signs', text: 'नागरिकों तक\nright' });
  });

  it('is nothing for what is right', () => {
    expect(cured('नागरिकों तक')).toBeNull();
    expect(cured('Please put up.')).toBeNull();
  });
});
