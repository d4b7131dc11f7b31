import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { TableScroller } from './TableScroller';

interface DataTableProps<Item> {
  /** What screen readers call the place. */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string | number;
  /** Each column: its heading, and what stands in it for an item. */
  columns: readonly (readonly [heading: string, cell: (item: Item, index: number) => ReactNode])[];
  /** In pixels. */
  minWidth?: number;
  isBusy?: boolean;
  rowClass?: (item: Item) => string | undefined;
}

/** A table of columns that each say their heading and their cell. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { label, items, keyOf, columns, minWidth, isBusy, rowClass } = props;
  return (
    <TableScroller label={label}>
      <Table verticalSpacing={6} miw={minWidth} aria-busy={isBusy}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(([heading]) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => (
            <Table.Tr key={keyOf(item)} className={rowClass?.(item)}>
              {columns.map(([heading, cell]) => (
                <Table.Td key={heading}>{cell(item, index)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroller>
  );
}
