import { type Block, type Inline, type ListStyle, type Words, wordsOf } from '@patravali/contract';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { around } from '../block-commands';
import { toEditorBlock } from '../structured-text-editor';
import { findWrittenReferences, type Referable } from '../written-reference';
import type { Loss } from './losses';

/** Puts blocks where the person writes; in an item they become items, in a quotation and in a cell lines. */
export function pasteBlocks(
  state: EditorState,
  read: readonly Block[],
  referable: Referable,
): { transaction: Transaction; losses: readonly Loss[] } {
  const { $from, from, to, ranges } = state.selection;
  const blocks = read.map((block) => withReferences(block, referable));
  const losses: Loss[] = [];
  /** Its first and last words join those beside them. */
  const put = (parts: readonly Block[], listOpen = 0) => {
    const nodes = parts.map((part) => state.schema.nodeFromJSON(toEditorBlock(part)));
    const openOf = (part?: Block) => (part?.type === 'paragraph' ? 1 : listOpen);
    const slice = new Slice(Fragment.fromArray(nodes), openOf(parts.at(0)), openOf(parts.at(-1)));
    const transaction = state.tr.replaceRange(from, to, slice);
    const putIn = transaction.mapping.maps.length;
    const endThen = endOfInserted(transaction) ?? to;
    // Of several selected cells the others are emptied.
    for (const other of ranges.slice(1)) {
      const [start, end] = [transaction.mapping.map(other.$from.pos), transaction.mapping.map(other.$to.pos)];
      transaction.replace(start, end, Slice.empty);
    }
    // Behind what was pasted: where everything was selected, everything would stay so.
    const end = transaction.mapping.slice(putIn).map(endThen);
    return transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1)).scrollIntoView();
  };
  const list = around($from, 'list');
  const inWords = list !== null || $from.depth > 1;
  if (!inWords) return { transaction: put(blocks), losses };
  if (blocks.some(({ type }) => type === 'table')) losses.push('tableHere');
  const lines = blocks.flatMap(linesOf);
  if (!list || lines.length < 2)
    return { transaction: put(lines.map(({ children }) => ({ type: 'paragraph', children }))), losses };
  const items: Block = { type: 'list', style: list.node.attrs.style as ListStyle, items: [...lines] };
  return { transaction: put([items], IN_ITEM), losses };
}

/**
 * Where the last step has put something in, its end; what the step only moves stands in a second range. The place where one wrote is
 * no measure: in an empty paragraph the step may begin there, and then that place stays before what was put in.
 */
function endOfInserted({ mapping }: Transaction): number | undefined {
  const ends: number[] = [];
  mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => ends.push(newTo));
  return ends[0];
}

/** Within list, item and paragraph. */
const IN_ITEM = 3;

function linesOf(block: Block): readonly Words[] {
  // Of an item its words alone: those of the list within follow by themselves.
  if (block.type !== 'table')
    return wordsOf(block).flatMap(({ children }) => (children.length > 0 ? [{ children }] : []));
  return block.rows.map(({ cells }) => ({
    children: cells.flatMap(({ children }, index): Inline[] => [
      ...(index > 0 ? [{ type: 'text' as const, text: ' | ' }] : []),
      ...children,
    ]),
  }));
}

function withReferences(block: Block, referable: Referable): Block {
  const words = ({ children }: Words): Words => ({ children: children.flatMap((one) => referencesIn(one, referable)) });
  if (block.type === 'paragraph') return { ...block, ...words(block) };
  if (block.type === 'quotation') return { ...block, paragraphs: block.paragraphs.map(words) };
  if (block.type === 'table') return { ...block, rows: block.rows.map(({ cells }) => ({ cells: cells.map(words) })) };
  return {
    ...block,
    items: block.items.map(({ children, list }) => ({
      ...words({ children }),
      ...(list && { list: { ...list, items: list.items.map(words) } }),
    })),
  };
}

function referencesIn(inline: Inline, referable: Referable): Inline[] {
  if (inline.type === 'reference') return [inline];
  const pieces: Inline[] = [];
  let at = 0;
  for (const { from, until, to, label } of findWrittenReferences(inline.text, referable)) {
    if (from > at) pieces.push({ ...inline, text: inline.text.slice(at, from) });
    pieces.push({ type: 'reference', to, label });
    at = until;
  }
  if (at < inline.text.length) pieces.push({ ...inline, text: inline.text.slice(at) });
  return pieces;
}
