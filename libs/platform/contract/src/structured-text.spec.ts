import { NoteContent } from './areas/notes';
import { type Block, LONGEST_PIECE, MOST_COLUMNS, MOST_ROWS, type StructuredText, type Words } from './structured-text';
import { MOST_CHARACTERS, MOST_LINES } from './written-text';

const words = (text: string): Words => ({ children: [{ type: 'text', text }] });
const issuesOf = (text: StructuredText) =>
  NoteContent.safeParse({ text }).error?.issues.map(({ path, message }) => [path.join('/'), message]);
const issuesOfParagraphs = (paragraphs: Words[]) => issuesOf({ version: 1, paragraphs });
const issuesOfBlocks = (...blocks: unknown[]) => issuesOf({ version: 2, blocks: blocks as Block[] });
const cells = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => ({ cells: Array.from({ length: columns }, () => words('क')) }));

describe('a written text', () => {
  it('has far more lines and letters than anybody writes', () => {
    expect(issuesOfParagraphs(Array.from({ length: 400 }, () => words('a\nb\nc\nd\ne')))).toBeUndefined();
    expect(issuesOfParagraphs(Array.from({ length: 10 }, () => words('क'.repeat(19_900))))).toBeUndefined();
    expect(issuesOfBlocks({ type: 'table', rows: cells(160, MOST_COLUMNS) })).toBeUndefined();
  });

  it.each(['\n', '\u2028', '\v', '\r\n'])('is refused with too many lines, however they end (%j)', (end) => {
    const most = Math.floor(LONGEST_PIECE / end.length) - 2;
    const many = Array.from({ length: Math.ceil(MOST_LINES / most) + 1 }, () => words(`a${end.repeat(most)}z`));
    expect(issuesOfParagraphs(many)).toEqual([['text', 'too-many-lines']]);
  });

  it('is refused when it is longer than can be set while others wait, wherever its letters stand', () => {
    const many = Array.from({ length: MOST_CHARACTERS / LONGEST_PIECE + 1 }, () => words('क'.repeat(LONGEST_PIECE)));
    expect(issuesOfParagraphs(many)).toEqual([['text', 'too-long']]);
    expect(issuesOfBlocks({ type: 'list', style: 'roman', items: many })).toEqual([['text', 'too-long']]);
    expect(issuesOfBlocks({ type: 'quotation', paragraphs: many })).toEqual([['text', 'too-long']]);
    expect(issuesOfBlocks({ type: 'table', rows: [{ cells: many }] })).toEqual([['text', 'too-long']]);
  });

  it('counts each cell and each item as a line', () => {
    expect(issuesOfBlocks({ type: 'table', rows: cells(167, MOST_COLUMNS) })).toEqual([['text', 'too-many-lines']]);
    const list = { style: 'decimal', items: Array.from({ length: 200 }, () => words('क')) };
    const nested = { ...list, items: list.items.slice(0, 11).map((item) => ({ ...item, list })) };
    expect(issuesOfBlocks({ type: 'list', ...nested })).toEqual([['text', 'too-many-lines']]);
  });

  it('has tables with rows of one length, no longer and no wider than a page bears', () => {
    const [row] = cells(1, 2);
    expect(issuesOfBlocks({ type: 'table', rows: [row, cells(1, 3)[0]] })).toEqual([
      ['text/blocks/0/rows', 'uneven-rows'],
    ]);
    expect(issuesOfBlocks({ type: 'table', rows: cells(1, MOST_COLUMNS + 1) })).toHaveLength(1);
    expect(issuesOfBlocks({ type: 'table', rows: cells(MOST_ROWS + 1, 1) })).toHaveLength(1);
    expect(issuesOfBlocks({ type: 'table', rows: [] })).toHaveLength(1);
  });

  it('has lists within lists, and no deeper', () => {
    const inner = { style: 'roman', items: [words('क')] };
    expect(issuesOfBlocks({ type: 'list', style: 'letters-hi', items: [{ ...words('क'), list: inner }] })).toBe(
      undefined,
    );
    const deeper = { style: 'roman', items: [{ ...words('क'), list: inner }] };
    expect(
      issuesOfBlocks({ type: 'list', style: 'letters-hi', items: [{ ...words('क'), list: deeper }] }),
    ).toHaveLength(1);
  });

  it('is taken in its first form too, and kept in the second', () => {
    const { text } = NoteContent.parse({ text: { version: 1, paragraphs: [words('क')] } });
    expect(text).toEqual({ version: 2, blocks: [{ type: 'paragraph', ...words('क') }] });
  });
});
