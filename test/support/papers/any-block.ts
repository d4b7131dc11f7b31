import { type Block, type Inline, LIST_STYLES, type Words } from '@patravali/contract';
import fc from 'fast-check';

const inline = fc.constantFrom<Inline>(
  { type: 'text', text: 'पत्र C/1 देखें' },
  { type: 'text', text: 'C/2' },
  { type: 'text', text: 'क' },
  { type: 'text', text: ' ' },
  { type: 'text', text: 'शीर्षक', marks: ['bold'] },
);
const words: fc.Arbitrary<Words> = fc.array(inline, { maxLength: 2 }).map((children) => ({ children }));
const style = fc.constantFrom(...LIST_STYLES);
const some = { minLength: 1, maxLength: 3 };
/** Of every kind, with few words. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  words.map((paragraph): Block => ({ type: 'paragraph', ...paragraph })),
  words.map((paragraph): Block => ({ type: 'paragraph', numbered: false, ...paragraph })),
  fc
    .record({
      style,
      items: fc.array(words, some),
      inner: fc.option(fc.record({ style, items: fc.array(words, some) })),
    })
    .map(({ style, items: [first, ...rest], inner }): Block => ({
      type: 'list',
      style,
      items: [{ children: first?.children ?? [], ...(inner && { list: inner }) }, ...rest],
    })),
  fc.array(words, some).map((paragraphs): Block => ({ type: 'quotation', paragraphs })),
  fc
    .record({
      header: fc.boolean(),
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      cell: words,
    })
    .map(({ header, columns, rows, cell }): Block => ({
      type: 'table',
      ...(header && { header }),
      rows: Array.from({ length: rows }, () => ({ cells: Array.from({ length: columns }, () => cell) })),
    })),
);
