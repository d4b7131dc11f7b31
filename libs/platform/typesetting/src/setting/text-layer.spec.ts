import { join } from 'node:path';
import { drawnText } from '../../test/drawn-text';
import { ALL_HARD_WORDS, HARD_WORDS } from '../../test/hard-words';
import { inkElsewhere } from '../../test/near-pixels';
import { pagePixels, pdfText } from '../../test/pdf-text';
import { itWith, run } from '../../test/tools';
import { recallLetters, recallWords } from '../../test/word-recall';
import { compile, typeset } from './typeset';

/** Of a hundred hard words at most one may be lost. */
const LOST_OF_HARD_WORDS = 1 / 100;

/** In a row of a page as PDFium draws it here. */
const PIXELS_OF_A4 = 1191;

const LOOKS = ['regular', 'bold', 'underlined'] as const;
const input = (words: readonly string[], look: (typeof LOOKS)[number]) => ({
  template: join(__dirname, '../../test/words.typ'),
  data: { language: 'hi', look, text: words.join(' ') },
});

describe.each(LOOKS)('The hardest words of an office, %s', (look) => {
  it.each(Object.entries(HARD_WORDS))('with a %s come back as they were written', async (_, words) => {
    const recall = recallWords(words.join(' '), await pdfText(await typeset(input(words, look))));
    expect(recall.total).toBe(words.length);
    expect(recall.lost.slice(0, Math.floor(recall.total * LOST_OF_HARD_WORDS))).toEqual(recall.lost);
  });

  it('are more than three hundred, and many were lost if the text layer were left as the compiler writes it', async () => {
    expect(ALL_HARD_WORDS.length).toBeGreaterThan(300);
    const text = await pdfText(compile(input(ALL_HARD_WORDS, look)));
    expect(recallWords(ALL_HARD_WORDS.join(' '), text).lost.length).toBeGreaterThan(ALL_HARD_WORDS.length / 10);
  });

  itWith('pdftotext')('come back through pdftotext when spaces are ignored', async () => {
    const { output } = run('pdftotext', ['FILE', '-'], await typeset(input(ALL_HARD_WORDS, look)));
    const { lost, total } = recallLetters(ALL_HARD_WORDS.join(' '), output.normalize('NFC'));
    expect(lost.slice(0, Math.floor(total * LOST_OF_HARD_WORDS))).toEqual(lost);
  });

  it('are what the codes say one by one, for readers that look at nothing else', async () => {
    const letters = (text: string) => text.normalize('NFC').replace(/\s/g, '');
    expect(letters(drawnText(await typeset(input(ALL_HARD_WORDS, look))))).toBe(letters(ALL_HARD_WORDS.join('')));
  });

  it('look as the compiler has drawn them', async () => {
    const page = input(ALL_HARD_WORDS, look);
    const [before, after] = [await pagePixels(compile(page)), await pagePixels(await typeset(page))];
    expect(after.length).toBe(before.length);
    for (const [index, pixels] of before.entries()) {
      const now = after[index] ?? new Uint8Array();
      expect([inkElsewhere(pixels, now, PIXELS_OF_A4), inkElsewhere(now, pixels, PIXELS_OF_A4)]).toEqual([0, 0]);
    }
  });

  itWith('qpdf')('stand in a sound PDF that is still tagged', async () => {
    const pdf = await typeset(input(ALL_HARD_WORDS, look));
    expect(run('qpdf', ['--check', 'FILE'], pdf)).toMatchObject({ status: 0 });
    const marks = (bytes: Uint8Array) =>
      run('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], bytes).output.match(/\/MCID \d+/g);
    expect(marks(pdf)).toEqual(marks(compile(input(ALL_HARD_WORDS, look))));
  });
});

describe('A doubled syllable', () => {
  it('stays doubled', async () => {
    const words = ['ट्ट्', 'टुटु', 'ड्ड्', 'ठुठुठु', 'हुहु', 'ट्टट्ट', 'र्ट्टर्ट्ट', 'ट्टिट्टि'];
    expect(await pdfText(await typeset(input(words, 'regular')))).toContain(words.join(' '));
  });
});

describe('A sign that ends where the next letter begins', () => {
  it('belongs to its own letter, wherever on the line they stand', async () => {
    const words = shuffledOften(HARD_WORDS['moved sign'] ?? []);
    const recall = recallWords(words.join(' '), await pdfText(await typeset(input(words, 'regular'))));
    expect(recall.total).toBeGreaterThan(5000);
    expect(recall.lost).toEqual([]);
  });
});

/** Each word again and again, always before others: the step through the list is never the same twice. */
function shuffledOften(words: readonly string[]): string[] {
  let at = 0;
  return Array.from({ length: 40 * words.length }, (_, index) => words[(at += 1 + (index % 97)) % words.length] ?? '');
}
