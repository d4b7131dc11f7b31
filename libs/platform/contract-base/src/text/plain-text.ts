import { markedItems } from './list-markers';
import type { Block, StructuredText, Words } from './structured-text';
import { allWordsOf, blocksOf } from './text-blocks';

/** Whatever ends a line when it is printed. */
export const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

/** Each paragraph, item and cell begins a line, and so does each break within one. */
export function linesOf(text: StructuredText): number {
  return allWordsOf(text).reduce((lines, words) => lines + paragraphText(words).split(LINE_BREAK).length, 0);
}

/** How much there is to set, in UTF-16 units. */
export function lengthOf(text: StructuredText): number {
  return allWordsOf(text).reduce((length, words) => length + paragraphText(words).length + 1, 0);
}

/** The plain words of a text: a line for each paragraph, for each item after its marker, for each row of a table. */
export function plainText(text: StructuredText): string {
  return blocksOf(text).flatMap(plainLines).join('\n');
}

export function paragraphText({ children }: Pick<Words, 'children'>): string {
  return children.map((inline) => (inline.type === 'text' ? inline.text : inline.label)).join('');
}

function plainLines(block: Block): string[] {
  if (block.type === 'table') return block.rows.map(({ cells }) => cells.map(paragraphText).join('\t'));
  if (block.type === 'quotation') return block.paragraphs.map(paragraphText);
  if (block.type === 'paragraph') return [paragraphText(block)];
  return markedItems(block).flatMap(({ marker, item }) => [
    `${marker} ${paragraphText(item)}`,
    ...(item.list ? markedItems(item.list).map((inner) => `  ${inner.marker} ${paragraphText(inner.item)}`) : []),
  ]);
}
