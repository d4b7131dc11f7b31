import { italicPieces, LINE_BREAK, MOST_LINES, type ReferenceTarget, type StructuredText } from '@patravali/contract';

/** A run of text as the templates take it. */
export interface Span {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly reference?: true;
  /** The name of the place that a reference leads to, in a file that is bound as a whole. */
  readonly to?: string;
}

export type RichParagraph = readonly Span[];

const BREAKS = new RegExp(`${LINE_BREAK.source}+`, 'gu');
/** Stands for the line breaks of a text that are more than can be printed. */
const BREAKS_LEFT_OUT = ' ¶ ';

/** The stored form of a text as runs for a template. References are printed by their label. */
export function richText(text: StructuredText): RichParagraph[] {
  let breaksLeft = MOST_LINES;
  /** Texts frozen before there was a limit may hold hundreds of thousands of breaks. */
  const printed = (words: string) =>
    words.replace(BREAKS, (breaks) => {
      const kept = breaks.slice(0, breaksLeft);
      breaksLeft -= kept.length;
      return kept.length < breaks.length ? kept + BREAKS_LEFT_OUT : breaks;
    });
  return text.paragraphs.map(({ children }) =>
    children.flatMap((inline): Span | Span[] => {
      if (inline.type === 'reference') {
        return { text: inline.label, reference: true, ...placeReferredTo(inline.to) };
      }
      const marks = Object.fromEntries((inline.marks ?? []).map((mark) => [mark, true as const]));
      const words = printed(inline.text);
      return marks.italic ? slanted(words, marks) : { text: words, ...marks };
    }),
  );
}

/** Italic text, of which the words that have no italics are underlined, as they are on the screen. */
function slanted(text: string, marks: Omit<Span, 'text'>): Span[] {
  const upright = Object.fromEntries(Object.entries(marks).filter(([mark]) => mark !== 'italic'));
  return italicPieces(text).map((piece) =>
    piece.upright ? { text: piece.text, ...upright, underline: true } : { text: piece.text, ...marks },
  );
}

function placeReferredTo(target: ReferenceTarget): { to?: string } {
  if (target.kind === 'correspondence') return { to: placeName.page(target.page) };
  if (target.kind === 'note') return { to: placeName.note(target.note, target.paragraph) };
  return {};
}

/** What the places on a file are called among its links. */
export const placeName = {
  page: (page: number): string => `C/${page}`,
  note: (note: number, paragraph?: number): string =>
    paragraph === undefined ? `N/${note}` : `N/${note}/${paragraph}`,
};
