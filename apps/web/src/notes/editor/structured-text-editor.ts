import {
  type Block,
  blocksOf,
  canonicalInlines,
  type ColumnSide,
  EMPTY_TEXT,
  type Inline,
  keptText,
  type ListItem,
  type ListStyle,
  type NestedList,
  type StructuredText,
  type TableBlock,
  TEXT_MARKS,
  type Words,
} from '@patravali/contract';
import type { JSONContent } from '@tiptap/core';

/** The editor's document that shows a stored text. */
export function toEditor(text: StructuredText): JSONContent {
  const blocks = blocksOf(text).map(toEditorBlock);
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] };
}

/** What the editor's document says, in the stored form, so that the same words always give the same text. */
export function fromEditor(document: JSONContent): StructuredText {
  const blocks = (document.content ?? []).map(fromEditorBlock);
  return hasInline(document) ? { version: 2, blocks } : EMPTY_TEXT;
}

export function toEditorBlock(block: Block): JSONContent {
  if (block.type === 'paragraph') return { ...paragraph(block), attrs: { numbered: block.numbered !== false } };
  if (block.type === 'quotation') return { type: 'quotation', content: block.paragraphs.map(paragraph) };
  if (block.type === 'list') return list(block);
  return {
    type: 'table',
    content: block.rows.map(({ cells }, row) => ({
      type: 'tableRow',
      content: cells.map((cell, column) => ({
        type: block.header && row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { side: block.sides?.[column] ?? null },
        content: linesOf(cell).map(paragraph),
      })),
    })),
  };
}

function list({ style, items }: { style: ListStyle; items: readonly ListItem[] }): JSONContent {
  const content = items.map(({ children, list: inner }) => ({
    type: 'listItem',
    content: [paragraph({ children }), ...(inner ? [list(inner)] : [])],
  }));
  return { type: 'list', attrs: { style }, content };
}

function paragraph({ children }: Words): JSONContent {
  return { type: 'paragraph', content: children.map(toEditorInline) };
}

/** A cell is written in paragraphs, and kept as words in which a line breaks. */
function linesOf({ children }: Words): Words[] {
  const lines: Inline[][] = [[]];
  for (const inline of children) {
    if (inline.type === 'reference') lines.at(-1)?.push(inline);
    else
      inline.text.split('\n').forEach((text, index) => {
        if (index > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push({ ...inline, text });
      });
  }
  return lines.map((line) => ({ children: line }));
}

function toEditorInline(inline: Inline): JSONContent {
  if (inline.type === 'reference') return { type: 'reference', attrs: { to: inline.to, label: inline.label } };
  const marks = (inline.marks ?? []).map((type) => ({ type }));
  return { type: 'text', text: inline.text, ...(marks.length > 0 && { marks }) };
}

function fromEditorBlock(node: JSONContent): Block {
  const content = node.content ?? [];
  if (node.type === 'list') return { type: 'list', style: styleOf(node), items: content.map(itemOf) };
  if (node.type === 'quotation') return { type: 'quotation', paragraphs: content.map(wordsOf) };
  if (node.type === 'table') return tableOf(content);
  return { type: 'paragraph', ...(node.attrs?.numbered === false && { numbered: false as const }), ...wordsOf(node) };
}

const styleOf = (node: JSONContent): ListStyle => node.attrs?.style as ListStyle;

function itemOf({ content = [] }: JSONContent): ListItem {
  const [first = {}, inner] = content;
  return { ...wordsOf(first), ...(inner && { list: { style: styleOf(inner), items: itemsWithin(inner) } }) };
}

/** Those that stand deeper than the stored form goes stand one after the other. */
function itemsWithin({ content = [] }: JSONContent): NestedList['items'] {
  return content.flatMap(({ content: [first = {}, inner] = [] }) => [
    wordsOf(first),
    ...(inner ? itemsWithin(inner) : []),
  ]);
}

function tableOf(rows: readonly JSONContent[]): TableBlock {
  const header = rows[0]?.content?.every(({ type }) => type === 'tableHeader');
  const sides = (rows[0]?.content ?? []).map(({ attrs }) => (attrs?.side as ColumnSide | undefined) ?? null);
  return {
    type: 'table',
    ...(header && { header: true as const }),
    rows: rows.map(({ content: cells = [] }) => ({ cells: cells.map(cellOf) })),
    ...(sides.some((side) => side !== null) && { sides }),
  };
}

function cellOf({ content: lines = [] }: JSONContent): Words {
  const inlines = lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'text' as const, text: '\n' }] : []),
    ...(line.content ?? []).flatMap(fromEditorInline),
  ]);
  return { children: canonicalInlines(inlines) };
}

function wordsOf(node: JSONContent): Words {
  return { children: canonicalInlines((node.content ?? []).flatMap(fromEditorInline)) };
}

function fromEditorInline(node: JSONContent): Inline[] {
  if (node.type === 'reference') {
    const { to, label } = node.attrs as Pick<Extract<Inline, { type: 'reference' }>, 'to' | 'label'>;
    return [{ type: 'reference', to, label }];
  }
  const text = keptText(node.text ?? '');
  if (text === '') return [];
  const names = new Set(node.marks?.map((mark) => mark.type));
  return [{ type: 'text', text, marks: TEXT_MARKS.filter((mark) => names.has(mark)) }];
}

function hasInline(node: JSONContent): boolean {
  return node.type === 'text' || node.type === 'reference' || (node.content ?? []).some(hasInline);
}
