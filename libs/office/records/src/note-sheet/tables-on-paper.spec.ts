import { MOST_COLUMNS, type StructuredText } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { HARD_WORDS } from '../../../../platform/typesetting/test/hard-words';
import { pageTexts, pdfText, reachOfLetters } from '../../../../platform/typesetting/test/pdf-text';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { cellsNotApart, recallLetters } from '../../../../platform/typesetting/test/word-recall';
import { aNote, aNoteSheet } from '../../test/samples';
import { noteSheetPage } from './note-sheet-page';

const POINTS_A_MM = 72 / 25.4;
/** Of the sheet: its number of a note stands in the left one. */
const [LEFT_MM, RIGHT_MM] = [14, 210 - 18];
/** Side bearings of letters reach out a little. */
const UNNOTICED_MM = 0.3;

const WORDS = [...new Set(Object.values(HARD_WORDS).flat())].filter((word) => !/[\u200c\u200d]/.test(word));
/** Longer than any column. */
const LONG = WORDS.slice(0, 12).join('');

const table = (rows: readonly (readonly string[])[]): StructuredText => ({
  version: 2,
  blocks: [
    {
      type: 'table',
      rows: rows.map((cells) => ({ cells: cells.map((text) => ({ children: [{ type: 'text' as const, text }] })) })),
    },
  ],
});

const typesetter = startTypesetter();
afterAll(() => typesetter.close());
const onPaper = (rows: readonly (readonly string[])[]) =>
  typesetter.typeset(noteSheetPage(aNoteSheet([aNote(1, { text: table(rows), firstParagraph: null })])));

describe.each([2, 5, 8, MOST_COLUMNS])('A table of %d columns', (columns) => {
  const hard = Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: columns }, (_each, column) => WORDS[(row * columns + column) * 3] ?? ''),
  );
  it.each([
    ['hard words', hard],
    ['a word that is longer than its column', hard.map((row, index) => [...row.slice(0, -1), index === 3 ? LONG : ''])],
    ['one column that has much to say', hard.map(([, ...row]) => [WORDS.slice(0, 30).join(' '), ...row])],
    ['long words alone', [Array.from({ length: columns }, (_, column) => WORDS.slice(column, column + 4).join(''))]],
  ])('with %s stays within the margins, and each cell comes back apart, in its order', async (_, rows) => {
    const pdf = await onPaper(rows);
    const { left, right } = await reachOfLetters(pdf);
    expect(left / POINTS_A_MM).toBeGreaterThan(LEFT_MM - UNNOTICED_MM);
    expect(right / POINTS_A_MM).toBeLessThan(RIGHT_MM + UNNOTICED_MM);
    const cells = rows.flat().filter((cell) => cell !== '');
    const read = await pdfText(pdf);
    expect(recallLetters(cells.join(' '), read).lost).toEqual([]);
    expect(cellsNotApart(cells, read)).toEqual([]);
  });

  itWith('pdftotext')('comes back through another reader', async () => {
    const { output } = run('pdftotext', ['-raw', 'FILE', '-'], await onPaper(hard));
    expect(recallLetters(hard.flat().join(' '), output.normalize('NFC')).lost).toEqual([]);
    expect(cellsNotApart(hard.flat(), output.normalize('NFC'))).toEqual([]);
  });
});

describe('The end of a page', () => {
  const lines = 5;
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, row) => [
      `${row}.`,
      Array.from({ length: lines }, (_each, line) => `r${row}l${line}`).join('\n'),
    ]);

  it('is never within a row that is low', async () => {
    const pages = await pageTexts(await onPaper(rowsOf(30)));
    expect(pages.length).toBeGreaterThan(1);
    for (const [, cell = ''] of rowsOf(30)) {
      const places = cell.split('\n').map((line) => pages.findIndex((page) => page.includes(line)));
      expect(new Set(places).size).toBe(1);
    }
  });

  it('divides a row that is higher than a page', async () => {
    const cell = Array.from({ length: 120 }, (_, line) => `l${line}.`).join('\n');
    const pages = await pageTexts(await onPaper([['1.', cell]]));
    expect(pages.length).toBeGreaterThan(1);
    expect(recallLetters(cell, pages.join('\n')).lost).toEqual([]);
  });
});
