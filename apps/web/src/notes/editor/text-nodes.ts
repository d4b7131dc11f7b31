import { COLUMN_SIDES, type ColumnSide, LIST_STYLES, type ListStyle } from '@patravali/contract';
import { Node, type NodeConfig } from '@tiptap/core';
import Paragraph from '@tiptap/extension-paragraph';

/** A paragraph; the author decides whether it has a number. Within an item, a quotation or a cell it never has one. */
export const NumberedParagraph = Paragraph.extend({
  addAttributes: () => ({
    numbered: {
      default: true,
      parseHTML: (element) => element.dataset.numbered !== 'no',
      renderHTML: ({ numbered }) => (numbered ? {} : { 'data-numbered': 'no' }),
    },
  }),
});

export const List = Node.create({
  name: 'list',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    style: {
      default: 'decimal' satisfies ListStyle,
      parseHTML: (element) => LIST_STYLES.find((style) => style === element.dataset.style) ?? 'decimal',
      renderHTML: ({ style }) => ({ 'data-style': String(style) }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }, { tag: 'ul' }],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.style === 'bullets' ? 'ul' : 'ol', HTMLAttributes, 0],
});

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph list?',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

export const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', { 'data-quotation': '' }, 0],
});

declare module '@tiptap/core' {
  interface NodeConfig {
    /** What the commands of tables take the node for. */
    tableRole?: 'table' | 'row' | 'cell' | 'header_cell';
  }
}

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['div', { class: 'text-table' }, ['table', ['tbody', 0]]],
  extendNodeSchema: ({ config }: { config: NodeConfig }) => (config.tableRole ? { tableRole: config.tableRole } : {}),
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const CELL = {
  content: 'paragraph+',
  isolating: true,
  /** The commands of tables ask for them; no cell of ours is merged or has a width. */
  addAttributes: () => ({
    colspan: { default: 1, rendered: false },
    rowspan: { default: 1, rendered: false },
    colwidth: { default: null, rendered: false },
    /** At which side the text of its column stands, where the author says so. */
    side: {
      default: null,
      parseHTML: (element: HTMLElement) => COLUMN_SIDES.find((side) => side === element.dataset.side) ?? null,
      renderHTML: ({ side }: { side?: ColumnSide | null }) => (side ? { 'data-side': side } : {}),
    },
  }),
} as const;

export const TableCell = Node.create({
  ...CELL,
  name: 'tableCell',
  tableRole: 'cell',
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});

export const TableHeader = Node.create({
  ...CELL,
  name: 'tableHeader',
  tableRole: 'header_cell',
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', { ...HTMLAttributes, scope: 'col' }, 0],
});

/** Whatever a text consists of, beside its marks and references. */
export const TEXT_NODES = [NumberedParagraph, List, ListItem, Quotation, Table, TableRow, TableCell, TableHeader];
