import type { Block, CanonicalText, ParagraphBlock, Reference, StructuredText, Words } from './structured-text';

// Apart from the schemas of texts, which a page that only shows one need not load.

/** What a text consists of, whichever version it was written in. */
export function blocksOf(text: StructuredText): readonly Block[] {
  return text.version === 2 ? text.blocks : text.paragraphs.map(({ children }) => ({ type: 'paragraph', children }));
}

export const isNumbered = (block: Block): block is ParagraphBlock =>
  block.type === 'paragraph' && block.numbered !== false;

/** The paragraphs that have a number in the series of the sheet, in its order. */
export function numberedParagraphs(text: StructuredText): ParagraphBlock[] {
  return blocksOf(text).filter(isNumbered);
}

export interface NumberedBlock {
  readonly block: Block;
  /** Of a numbered paragraph. */
  readonly number: number | null;
}

/**
 * The blocks of a text, its paragraphs with the numbers that they have.
 * @param first the number of the first numbered paragraph; null when none has a number, or none shall be shown.
 */
export function numberedBlocks(text: StructuredText, first: number | null): NumberedBlock[] {
  let next = first;
  return blocksOf(text).map((block) => {
    if (next === null || !isNumbered(block)) return { block, number: null };
    return { block, number: next++ };
  });
}

/** Whatever holds words of a block, in the order in which it is read: the paragraph, the items, the cells. */
export function wordsOf(block: Block): readonly Words[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'quotation') return block.paragraphs;
  if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells);
  return block.items.flatMap((item) => [item, ...(item.list?.items ?? [])]);
}

/** The same of a whole text. */
export const allWordsOf = (text: StructuredText): Words[] => blocksOf(text).flatMap(wordsOf);

/** Where a text refers to, in its order. */
export function referencesIn(text: StructuredText): Reference[] {
  return allWordsOf(text).flatMap(({ children }) => children.filter((inline) => inline.type === 'reference'));
}

/** Whether nothing at all is written: not even an empty paragraph or table. */
export const isEmptyText = (text: StructuredText): boolean => blocksOf(text).length === 0;

/** A text of numbered paragraphs. */
export function textOfParagraphs(paragraphs: readonly Words[]): CanonicalText {
  return { version: 2, blocks: paragraphs.map(({ children }) => ({ type: 'paragraph', children })) };
}
