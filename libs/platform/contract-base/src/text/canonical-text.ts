import { keptText } from '../schemas/kept-text';
import { paragraphText } from './plain-text';
import {
  type Block,
  type CanonicalText,
  type Inline,
  LONGEST_PIECE,
  type ListItem,
  type StructuredText,
  TEXT_MARKS,
  type Words,
} from './structured-text';
import { blocksOf, wordsOf } from './text-blocks';

/** A text in the one form in which it is stored, so that equal texts are equal in every sign and have one hash. */
export function canonicalText(text: StructuredText): CanonicalText {
  return { version: 2, blocks: blocksOf(text).map(canonicalBlock) };
}

/** The canonical form without that in which nothing is written: it gets no number, no marker and no room. */
export function withoutEmptyBlocks(text: StructuredText): CanonicalText {
  return { version: 2, blocks: canonicalText(text).blocks.flatMap(withoutEmptyParts) };
}

/** Whether two texts say the same in the same form, whichever version and whatever order of fields they come in. */
export function sameText(one: StructuredText, other: StructuredText): boolean {
  return inOrder(one) === inOrder(other);
}

function canonicalBlock(block: Block): Block {
  if (block.type === 'paragraph') {
    return { type: 'paragraph', ...(block.numbered === false && { numbered: false as const }), ...words(block) };
  }
  if (block.type === 'quotation') return { type: 'quotation', paragraphs: block.paragraphs.map(words) };
  if (block.type === 'list') return { type: 'list', style: block.style, items: block.items.map(item) };
  const rows = block.rows.map(({ cells }) => ({ cells: cells.map(words) }));
  const isSaid = block.sides?.some((side) => side !== null);
  return {
    type: 'table',
    ...(block.header && { header: true as const }),
    rows,
    ...(isSaid && { sides: block.sides }),
  };
}

function item({ children, list }: ListItem): ListItem {
  return { ...words({ children }), ...(list && { list: { style: list.style, items: list.items.map(words) } }) };
}

const words = ({ children }: Words): Words => ({ children: canonicalInlines(children) });

/** Neighbours with the same marks are one piece, cut only where no piece may be longer. */
export function canonicalInlines(children: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'reference') joined.push(child);
    else if (last?.type === 'text' && marksOf(last).join() === marksOf(child).join())
      joined[joined.length - 1] = piece(last.text + child.text, marksOf(child));
    else if (child.text !== '') joined.push(piece(child.text, marksOf(child)));
  }
  return joined.flatMap((inline): Inline[] => (inline.type === 'text' ? cut(inline) : [inline]));
}

type Piece = Extract<Inline, { type: 'text' }>;

const marksOf = ({ marks = [] }: Piece) => TEXT_MARKS.filter((mark) => marks.includes(mark));

function piece(text: string, marks: Piece['marks'] & object): Piece {
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function cut({ text, marks = [] }: Piece): Piece[] {
  const kept = keptText(text);
  if (kept.length <= LONGEST_PIECE) return kept === '' ? [] : [piece(kept, marks)];
  const pieces: Piece[] = [];
  for (let from = 0; from < kept.length;) {
    const splitsPair = /[\ud800-\udbff]/.test(kept.charAt(from + LONGEST_PIECE - 1));
    const until = from + LONGEST_PIECE - (splitsPair ? 1 : 0);
    pieces.push(piece(kept.slice(from, until), marks));
    from = until;
  }
  return pieces;
}

const hasWords = (one: Words): boolean => paragraphText(one).trim() !== '';

function withoutEmptyParts(block: Block): Block[] {
  if (!wordsOf(block).some(hasWords)) return [];
  if (block.type === 'quotation') return [{ ...block, paragraphs: block.paragraphs.filter(hasWords) }];
  if (block.type !== 'list') return [block];
  const items = block.items.map(({ children, list }): ListItem => {
    const inner = list?.items.filter(hasWords) ?? [];
    return { children, ...(list && inner.length > 0 && { list: { ...list, items: inner } }) };
  });
  return [{ ...block, items: items.filter((one) => hasWords(one) || one.list) }];
}

/** The canonical form written with its fields in one order. */
function inOrder(text: StructuredText): string {
  return JSON.stringify(canonicalText(text), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
