import { Refusal } from '@patravali/errors';
import { plainName } from './plain-name';
import { wordInBoth, wordsOf } from './words-of-lists';

/** A row as the sheet counts it, from 1, with the texts of the columns that are known and there. */
export interface ListRow<Name extends string> {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Name, string>>>;
}

interface Columns<Name extends string> {
  readonly known: readonly Name[];
  readonly needed: readonly Name[];
}

/**
 * The rows of a list below the names of its columns; what stands in other columns is left out, and empty rows are too.
 * @throws Refusal `list-without-columns` where a needed column is missing, as in another sheet
 */
export function rowsOfList<Name extends string>(
  table: readonly (readonly string[])[],
  { known, needed }: Columns<Name>,
): ListRow<Name>[] {
  const at = table.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const head = (table[at] ?? []).map(plainName);
  const places = new Map(known.map((name) => [name, placeOf(name, head)]));
  const missing = needed.filter((name) => places.get(name) === -1);
  if (missing.length > 0)
    throw new Refusal('list-without-columns', { columns: missing.map((name) => wordInBoth('listColumn', name)) });
  return table.flatMap((row, index) => {
    if (index <= at || row.every((cell) => cell.trim() === '')) return [];
    const texts = [...places].flatMap(([name, place]) =>
      place < 0 ? [] : [[name, row[place]?.trim() ?? ''] as const],
    );
    return [{ row: index + 1, cells: Object.fromEntries(texts) as ListRow<Name>['cells'] }];
  });
}

function placeOf(name: string, head: readonly string[]): number {
  const { hi, en } = wordsOf('listColumn', name);
  const names = [...hi, ...en].map(plainName);
  return head.findIndex((text) => names.includes(text));
}
