import fc from 'fast-check';
import { includes, joined, readSelection, sizeOf, type Stretch, writeSelection } from './file-selection';

const numbersOf = ({ first, last }: Stretch) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const ALL = numbersOf({ first: 1, last: 2041 });

const written = (typed: string) => {
  const selection = readSelection(typed);
  return selection && writeSelection(selection);
};

describe('a selection of a file', () => {
  it.each([
    ['C/3-7, N/4-9', 'C/3–7, N/4–9'],
    ['C/3 to C/7 and notes 4 to 9', 'C/3–7, N/4–9'],
    ['c3–7;n4', 'C/3–7, N/4'],
    ['C/36', 'C/36'],
    ['page 36', 'C/36'],
    ['C/3, 5, 9 - 11', 'C/3, C/5, C/9–11'],
    ['N/4 C/1', 'C/1, N/4'],
    ['C/३-७, N/४', 'C/3–7, N/4'],
    ['टि० ४ से ९', 'N/4–9'],
    ['टि०4', 'N/4'],
    ['टि०१०', 'N/10'],
    ['टि॰/४–९, पृ॰ ३६', 'C/36, N/4–9'],
    ['टि. 4 से 9 तक तथा पृष्ठ 3 से 7 तक', 'C/3–7, N/4–9'],
    ['टिप्पणी ४ व ५ एवं पत्राचार १२', 'C/12, N/4–5'],
    ['पृ० 3, एन/2 और सी/9', 'C/3, C/9, N/2'],
    ['C/5-9, C/1-4, C/7-20', 'C/1–20'],
    ['C/10', 'C/10'],
    ['C/१००', 'C/100'],
  ])('%s is understood', (typed, selection) => {
    expect(written(typed)).toBe(selection);
  });

  it.each([
    '',
    '  ',
    '7',
    'C/',
    'C/7-3',
    'C/0',
    'N/4 to C/7',
    'all',
    'C/3-',
    'C/3..5',
    'C/3x',
    'C/99999999',
    'C/-3',
    'note sheet',
  ])('%p is not understood', (typed) => {
    expect(readSelection(typed)).toBeNull();
  });

  const stretch = fc
    .tuple(fc.integer({ min: 1, max: 2000 }), fc.nat(40))
    .map(([first, more]) => ({ first, last: first + more }));
  const stretches = fc.array(stretch, { maxLength: 12 });
  const digits = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x966 + Number(digit)));

  it('is read as it is written, in both kinds of digits, and holds each number that was named and no other', () => {
    fc.assert(
      fc.property(stretches, stretches, (pages, notes) => {
        fc.pre(pages.length + notes.length > 0);
        const selection = { pages: joined(pages), notes: joined(notes) };
        const text = writeSelection(selection);
        expect(readSelection(text)).toEqual(selection);
        expect(readSelection(digits(text))).toEqual(selection);
        const named = new Set(pages.flatMap(numbersOf));
        expect(ALL.filter((page) => includes(selection.pages, page))).toEqual(ALL.filter((page) => named.has(page)));
        expect(sizeOf(selection.pages)).toBe(named.size);
      }),
    );
  });

  it('is read or refused, whatever is typed', () => {
    const signs = fc.constantFrom(...'CNसीटि०॰.पृ/–-,; 0123456789४toसेव'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (typed) => {
        const selection = readSelection(typed);
        if (selection) expect(readSelection(writeSelection(selection))).toEqual(selection);
      }),
    );
  });
});
