// Apart from the schemas of texts, which a page that only shows one need not load.

/** Of a paragraph: what it says. */
interface Worded {
  readonly children: readonly (
    { readonly type: 'text'; readonly text: string } | { readonly type: 'reference'; readonly label: string }
  )[];
}

/** A text: paragraphs. */
interface Text {
  readonly paragraphs: readonly Worded[];
}

/** Whatever ends a line when it is printed. */
export const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/u;

/** A paragraph begins a line, and so does each break within one. */
export function linesOf(text: Text): number {
  return plainText(text).split(LINE_BREAK).length;
}

/** The plain words of a text, a paragraph a line. */
export function plainText(text: Text): string {
  return text.paragraphs.map(paragraphText).join('\n');
}

export function paragraphText(paragraph: Worded): string {
  return paragraph.children.map((inline) => (inline.type === 'text' ? inline.text : inline.label)).join('');
}
