import {
  type Block,
  italicPieces,
  LINE_BREAK,
  markedItems,
  MOST_LINES,
  numberedBlocks,
  type ReferenceTarget,
  type StructuredText,
  type Words,
} from '@patravali/contract-base';
import { type TableLayout, tableLayout } from './table-layout';

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

export interface RichItem {
  readonly marker: string;
  readonly spans: readonly Span[];
  readonly list: RichList | null;
}

export interface RichList {
  readonly kind: 'list';
  readonly bullets: boolean;
  readonly items: readonly RichItem[];
}

/** Of the end of a block that is set apart, so that what follows never stands on a page without it. */
interface Ending {
  readonly continues?: true;
  /** The end of it follows, set apart. */
  readonly goesOn?: true;
  /** It is short, and no page ends within it. */
  readonly together?: boolean;
}

/** A block of a text as `text-blocks.typ` takes it. */
export type RichBlock = Ending & RichPart;

type RichPart =
  | { readonly kind: 'paragraph'; readonly number: number | null; readonly spans: readonly Span[] }
  | RichList
  | { readonly kind: 'quotation'; readonly paragraphs: readonly (readonly Span[])[] }
  | ({ readonly kind: 'table'; readonly header: boolean } & TableLayout & {
        readonly rows: readonly (readonly (readonly Span[])[])[];
      });

const BREAKS = new RegExp(`${LINE_BREAK.source}+`, 'gu');
/** Stands for the line breaks of a text that are more than can be printed. */
const BREAKS_LEFT_OUT = ' ¶ ';

/**
 * The stored form of a text as blocks for a template. References are printed by their label.
 * @param first the number of its first numbered paragraph; null prints none.
 */
export function richText(text: StructuredText, first: number | null): RichBlock[] {
  let breaksLeft = MOST_LINES;
  /** Texts frozen before there was a limit may hold hundreds of thousands of breaks. */
  const printed = (words: string) =>
    words.replace(BREAKS, (breaks) => {
      const kept = breaks.slice(0, breaksLeft);
      breaksLeft -= kept.length;
      return kept.length < breaks.length ? kept + BREAKS_LEFT_OUT : breaks;
    });
  const spansOf = ({ children }: Words) => children.flatMap((inline) => inlineSpans(inline, printed));
  return numberedBlocks(text, first).map(({ block, number }) => richBlock(block, number, spansOf));
}

/** Of a list, a table or a quotation at the end of a text so many lines keep with the signature below. */
const LAST_LINES = 2;
/** In letters: three or four lines. */
const SHORT = 400;
const TWO_LINES = 200;

/** A text whose last lines are set apart from what is before them in their block, because a signature follows. */
export function withEnding(blocks: readonly RichBlock[]): RichBlock[] {
  const last = blocks.at(-1);
  if (!last) return [];
  const before = blocks.slice(0, -1);
  // A line or two keep with the end of what stands before them.
  return last.kind === 'paragraph' && lengthOf(last) <= TWO_LINES
    ? [...withEnding(before), last]
    : [...before, ...endSetApart(last)];
}

const lengthOf = (block: RichBlock): number => runsOf(block).reduce((sum, { text }) => sum + text.length, 0);

function endSetApart(block: RichBlock): RichBlock[] {
  const ending = (end: RichBlock): RichBlock => {
    return { ...end, continues: true, together: lengthOf(end) <= SHORT };
  };
  if (block.kind === 'list' && block.items.length > LAST_LINES)
    return [
      { ...block, goesOn: true, items: block.items.slice(0, -LAST_LINES) },
      ending({ ...block, items: block.items.slice(-LAST_LINES) }),
    ];
  if (block.kind === 'quotation' && block.paragraphs.length > LAST_LINES)
    return [
      { ...block, goesOn: true, paragraphs: block.paragraphs.slice(0, -LAST_LINES) },
      ending({ ...block, paragraphs: block.paragraphs.slice(-LAST_LINES) }),
    ];
  if (block.kind === 'table' && block.rows.length > LAST_LINES + 1)
    return [
      { ...block, goesOn: true, rows: block.rows.slice(0, -LAST_LINES) },
      ending({ ...block, header: false, rows: block.rows.slice(-LAST_LINES) }),
    ];
  return [block];
}

/** Every run of a block, in the order in which it is read. */
export function runsOf(block: RichBlock): readonly Span[] {
  if (block.kind === 'paragraph') return block.spans;
  if (block.kind === 'quotation') return block.paragraphs.flat();
  if (block.kind === 'table') return block.rows.flat(2);
  return block.items.flatMap(({ spans, list }) => [...spans, ...(list ? runsOf(list) : [])]);
}

type SpansOf = (words: Words) => Span[];

function richBlock(block: Block, number: number | null, spansOf: SpansOf): RichBlock {
  if (block.type === 'paragraph') return { kind: 'paragraph', number, spans: spansOf(block) };
  if (block.type === 'quotation') return { kind: 'quotation', paragraphs: block.paragraphs.map(spansOf) };
  if (block.type === 'list') return richList(block, spansOf);
  const rows = block.rows.map(({ cells }) => cells.map(spansOf));
  return { kind: 'table', header: block.header ?? false, ...tableLayout(block), rows };
}

function richList(list: Pick<Extract<Block, { type: 'list' }>, 'style' | 'items'>, spansOf: SpansOf): RichList {
  const items = markedItems(list).map(({ marker, item }) => {
    return { marker, spans: spansOf(item), list: item.list ? richList(item.list, spansOf) : null };
  });
  return { kind: 'list', bullets: list.style === 'bullets', items };
}

function inlineSpans(inline: Words['children'][number], printed: (words: string) => string): Span[] {
  if (inline.type === 'reference') return [{ text: inline.label, reference: true, ...placeReferredTo(inline.to) }];
  const marks = Object.fromEntries((inline.marks ?? []).map((mark) => [mark, true as const]));
  const words = printed(inline.text);
  return marks.italic ? slanted(words, marks) : [{ text: words, ...marks }];
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
