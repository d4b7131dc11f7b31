import type { StructuredText } from '@patravali/contract';

/** A run of text as the templates take it. */
export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly reference?: true;
}

export type RichParagraph = readonly Span[];

/** The stored form of a text as runs for a template. References are printed by their label. */
export function richText(text: StructuredText): RichParagraph[] {
  return text.paragraphs.map(({ children }) =>
    children.map((inline): Span => {
      if (inline.type === 'reference') return { text: inline.label, reference: true };
      const marks = Object.fromEntries((inline.marks ?? []).map((mark) => [mark, true as const]));
      return { text: inline.text, ...marks };
    }),
  );
}
