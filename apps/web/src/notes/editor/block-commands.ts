import { type ColumnSide, type ListStyle, MOST_COLUMNS, MOST_ROWS } from '@patravali/contract';
import { lift, wrapIn } from '@tiptap/pm/commands';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, goToNextCell } from '@tiptap/pm/tables';

interface Around {
  readonly node: Node;
  /** The position before it. */
  readonly depth: number;
  readonly before: number;
}

/** The innermost node of that name around a place. */
export function around($place: ResolvedPos, name: string): Around | null {
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const node = $place.node(depth);
    if (node.type.name === name) return { node, depth, before: $place.before(depth) };
  }
  return null;
}

const isStart = ({ parentOffset }: ResolvedPos): boolean => parentOffset === 0;

const run =
  (command: (...nodes: Node['type'][]) => Command, ...names: readonly string[]): Command =>
  (state, dispatch, view) => {
    const types = names.flatMap((name) => state.schema.nodes[name] ?? []);
    return types.length === names.length && command(...types)(state, dispatch, view);
  };

const liftItem = run((item) => liftListItem(item), 'listItem');

/** Makes a list of that style of the paragraphs, gives the list this style, or makes paragraphs of its items again. */
export const toggleList =
  (style: ListStyle): Command =>
  (state, dispatch, view) => {
    const list = around(state.selection.$from, 'list');
    if (!list) return run((type) => wrapInList(type, { style }), 'list')(state, dispatch, view);
    if (list.node.attrs.style === style) return liftItem(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.before, undefined, { style }));
    return true;
  };

/** A new item; in an empty one that stands within another, one level up. */
export const splitItem = run((item) => splitListItem(item), 'listItem');

/** An item becomes a sub-item of the one before it; there is one further level and no more. @param styleWithin of a new list within. */
export const deepenItem =
  (styleWithin: (outer: ListStyle) => ListStyle): Command =>
  (state, dispatch, view) => {
    const item = around(state.selection.$from, 'listItem');
    const list = around(state.selection.$from, 'list');
    if (!item || !list || item.node.childCount > 1) return false;
    if (around(state.doc.resolve(list.before), 'list')) return false;
    const styled = (transaction: Transaction) => {
      const inner = around(transaction.selection.$from, 'list');
      const isNew = inner?.node.firstChild === around(transaction.selection.$from, 'listItem')?.node;
      if (inner && isNew)
        transaction.setNodeMarkup(inner.before, undefined, { style: styleWithin(list.node.attrs.style as ListStyle) });
      dispatch?.(transaction);
    };
    return run((type) => sinkListItem(type), 'listItem')(state, dispatch && styled, view);
  };

/** A sub-item goes up to the outer list. */
export const raiseItem: Command = (state, dispatch, view) => {
  const list = around(state.selection.$from, 'list');
  return list !== null && around(state.doc.resolve(list.before), 'list') !== null && liftItem(state, dispatch, view);
};

/** At the beginning of an item or of a quotation: it is a paragraph again. */
export const leaveAtStart: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || !isStart($from) || $from.depth < 2) return false;
  const holder = $from.node(-1).type.name;
  if (holder === 'listItem') return liftItem(state, dispatch, view);
  return holder === 'quotation' && $from.index(-1) === 0 && lift(state, dispatch, view);
};

export const toggleQuotation: Command = (state, dispatch, view) =>
  around(state.selection.$from, 'quotation')
    ? lift(state, dispatch, view)
    : run((type) => wrapIn(type), 'quotation')(state, dispatch, view);

/** Gives the paragraphs numbers or takes them away; those within a list, a quotation or a table have none. */
export const toggleNumber: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const paragraphs: Around[] = [];
  state.doc.forEach((node, before) => {
    if (node.type.name === 'paragraph' && before < to && before + node.nodeSize > from)
      paragraphs.push({ node, depth: 1, before });
  });
  if (paragraphs.length === 0) return false;
  const numbered = !paragraphs.every(({ node }) => node.attrs.numbered as boolean);
  const transaction = state.tr;
  for (const { before } of paragraphs) transaction.setNodeMarkup(before, undefined, { numbered });
  dispatch?.(transaction);
  return true;
};

const NEW_TABLE = { rows: 3, columns: 3 };

/** A table with a header row, below where one writes; not within another. */
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { paragraph, table, tableRow, tableCell, tableHeader } = state.schema.nodes;
  if (!paragraph || !table || !tableRow || !tableCell || !tableHeader) return false;
  if ($from.depth === 0 || around($from, 'table')) return false;
  const rows = Array.from({ length: NEW_TABLE.rows }, (_, row) => {
    const cell = row === 0 ? tableHeader : tableCell;
    return tableRow.create(
      null,
      Array.from({ length: NEW_TABLE.columns }, () => cell.create(null, paragraph.create())),
    );
  });
  const block = $from.node(1);
  const isEmpty = block.type === paragraph && block.content.size === 0;
  const [from, until] = isEmpty ? [$from.before(1), $from.after(1)] : [$from.after(1), $from.after(1)];
  const isLast = until === state.doc.content.size;
  const transaction = state.tr.replaceWith(from, until, [
    table.create(null, rows),
    ...(isLast ? [paragraph.create()] : []),
  ]);
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(from + 1))).scrollIntoView());
  return true;
};

const tableAround = ($place: ResolvedPos) => around($place, 'table')?.node;
const hasRoom = ($place: ResolvedPos, of: 'rows' | 'columns'): boolean => {
  const table = tableAround($place);
  if (!table) return false;
  return of === 'rows' ? table.childCount < MOST_ROWS : (table.firstChild?.childCount ?? 0) < MOST_COLUMNS;
};
const withRoom =
  (of: 'rows' | 'columns', command: Command): Command =>
  (state, dispatch, view) =>
    hasRoom(state.selection.$from, of) && command(state, dispatch, view);

export const rowBelow = withRoom('rows', addRowAfter);
export const rowAbove = withRoom('rows', addRowBefore);
export const columnAfter = withRoom('columns', addColumnAfter);
export const columnBefore = withRoom('columns', addColumnBefore);

/** The text of the column in which one writes stands at this side, in each of its rows. */
export const columnAt =
  (side: ColumnSide): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    const [table, row] = [around($from, 'table'), around($from, 'tableRow')];
    if (!table || !row) return false;
    const column = $from.index(row.depth);
    const transaction = state.tr;
    table.node.forEach((each, rowAt) => {
      each.forEach((_, cellAt, index) => {
        if (index === column) transaction.setNodeAttribute(table.before + 2 + rowAt + cellAt, 'side', side);
      });
    });
    dispatch?.(transaction);
    return true;
  };

/** The next cell; after the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!tableAround(state.selection.$from)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!view || !rowBelow(state, dispatch)) return true;
  return goToNextCell(1)(view.state, dispatch);
};

export const previousCell: Command = (state, dispatch) =>
  tableAround(state.selection.$from) !== undefined && (goToNextCell(-1)(state, dispatch) || true);

/** Goes on writing above or below the table: in the paragraph that is there, else in a new one. */
export const leaveTable =
  (where: 'above' | 'below'): Command =>
  (state, dispatch) => {
    const table = around(state.selection.$from, 'table');
    const { paragraph } = state.schema.nodes;
    if (!table || !paragraph) return false;
    const place = where === 'above' ? table.before : table.before + table.node.nodeSize;
    const neighbour = where === 'above' ? state.doc.resolve(place).nodeBefore : state.doc.resolve(place).nodeAfter;
    const transaction = state.tr;
    if (neighbour?.type !== paragraph) transaction.insert(place, paragraph.create());
    const near = neighbour?.type === paragraph && where === 'above' ? place - 1 : place + 1;
    dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(near))).scrollIntoView());
    return true;
  };

/** With an arrow out of the last line of a table below which nothing stands, or out of the first above which nothing does. */
export const arrowOutOfTable =
  (direction: 'up' | 'down'): Command =>
  (state, dispatch, view) => {
    const { $from, empty } = state.selection;
    const table = around($from, 'table');
    const row = around($from, 'tableRow');
    if (!empty || !table || !row || !view?.endOfTextblock(direction)) return false;
    const isEdge = direction === 'up' ? table.node.firstChild === row.node : table.node.lastChild === row.node;
    const $outside = state.doc.resolve(direction === 'up' ? table.before : table.before + table.node.nodeSize);
    const neighbour = direction === 'up' ? $outside.nodeBefore : $outside.nodeAfter;
    if (!isEdge || neighbour || !isEdgeOfCell($from, direction)) return false;
    return leaveTable(direction === 'up' ? 'above' : 'below')(state, dispatch);
  };

function isEdgeOfCell($from: ResolvedPos, direction: 'up' | 'down'): boolean {
  return direction === 'up' ? $from.index(-1) === 0 : $from.indexAfter(-1) === $from.node(-1).childCount;
}
