import type { Paragraph, StructuredText } from './structured-text';

// Apart from the schemas, which a page that only shows a text need not load.

/** Whatever ends a line when it is printed. */
export const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

/** A paragraph begins a line, and so does each break within one. */
export function linesOf(text: StructuredText): number {
  return plainText(text).split(LINE_BREAK).length;
}

/** The plain words of a text, a paragraph a line. */
export function plainText(text: StructuredText): string {
  return text.paragraphs.map(paragraphText).join('\n');
}

export function paragraphText(paragraph: Paragraph): string {
  return paragraph.children.map((inline) => (inline.type === 'text' ? inline.text : inline.label)).join('');
}
