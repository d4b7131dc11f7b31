import { NoteContent } from '@patravali/contract';
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

  it('refers to another file, an Act or an earlier order under a label of one line', () => {
    const fileId = '0199c0de-0000-7000-8000-000000000001';
    const to = (target: unknown, label = 'क') => {
      const reference = { type: 'reference', to: target, label } as Words['children'][number];
      return issuesOfParagraphs([{ children: [reference] }])?.length ?? 0;
    };
    expect(to({ kind: 'file', fileId }, 'A-11011/12/2026-Estt'.repeat(10))).toBe(0);
    expect(to({ kind: 'act', title: 'उत्तर प्रदेश मूल नियम', section: '56(c)' })).toBe(0);
    expect(to({ kind: 'act', title: 'Fundamental Rules' })).toBe(0);
    expect(to({ kind: 'order', number: '12/2-2024', date: '2024-03-05', issueId: fileId })).toBe(0);
    expect(to({ kind: 'order', number: '12/2-2024' })).toBe(0);
    expect(to({ kind: 'file', fileId: 'A-11011' })).toBe(1);
    expect(to({ kind: 'file', fileId, number: 'A-11011' })).toBe(1);
    expect(to({ kind: 'act', title: ' ' })).toBe(1);
    expect(to({ kind: 'act', title: 'a'.repeat(201) })).toBe(1);
    expect(to({ kind: 'order', number: '1', date: '2024-02-30' })).toBe(1);
    expect(to({ kind: 'file', fileId }, 'a\nb')).toBe(1);
    expect(to({ kind: 'file', fileId }, 'a'.repeat(301))).toBe(1);
  });

  it('is taken in its first form too, and kept in the second', () => {
    const { text } = NoteContent.parse({ text: { version: 1, paragraphs: [words('क')] } });
    expect(text).toEqual({ version: 2, blocks: [{ type: 'paragraph', ...words('क') }] });
  });
});
