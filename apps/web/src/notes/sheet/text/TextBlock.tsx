import {
  type Block,
  columnSides,
  type ListItem,
  type ListStyle,
  type NestedList,
  type ParagraphBlock,
  type TableBlock,
  type Words,
} from '@patravali/contract';
import type { ReactNode } from 'react';
import './text-blocks.css';

/** Shows the words of an item, a cell or a paragraph of a quotation. */
type ShowWords = (words: Words) => ReactNode;

interface TextBlockProps {
  block: Exclude<Block, ParagraphBlock>;
  show: ShowWords;
}

/** What a text has besides paragraphs: a list, a quotation, a table. */
export function TextBlock({ block, show }: TextBlockProps) {
  if (block.type === 'list') return <List style={block.style} items={block.items} show={show} />;
  if (block.type === 'table') return <Table table={block} show={show} />;
  return (
    <blockquote data-quotation>
      {block.paragraphs.map((paragraph, index) => (
        <p key={index}>{show(paragraph)}</p>
      ))}
    </blockquote>
  );
}

interface ListProps {
  style: ListStyle;
  items: readonly (ListItem | NestedList['items'][number])[];
  show: ShowWords;
}

function List({ style, items, show }: ListProps) {
  const Tag = style === 'bullets' ? 'ul' : 'ol';
  return (
    <Tag data-style={style}>
      {items.map((item, index) => (
        <li key={index}>
          {show(item)}
          {'list' in item && item.list && <List style={item.list.style} items={item.list.items} show={show} />}
        </li>
      ))}
    </Tag>
  );
}

/** From so many columns on a table may be wider than a narrow sheet: then it is scrolled, also by keyboard. */
const MANY_COLUMNS = 5;

function Table({ table, show }: { table: TableBlock; show: ShowWords }) {
  const { header, rows } = table;
  const sides = columnSides(table);
  const [first, ...rest] = rows;
  const body = header ? rest : rows;
  const scrolls = (first?.cells.length ?? 0) >= MANY_COLUMNS;
  return (
    <div className="text-table" {...(scrolls && { tabIndex: 0 })}>
      <table>
        {header && first && (
          <thead>
            <tr>
              {first.cells.map((cell, column) => (
                <th key={column} scope="col" data-side={sides[column]}>
                  {show(cell)}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {body.map(({ cells }, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column} data-side={sides[column]}>
                  {show(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
