import type { Statements } from '../log/keeping/log-rows';
import { AS_SEALED, hashOfRow, LAST_LINE, rowOfName, type SealedTable, textOfRow } from './sealed-tables';

/** A row that is there, what it says, and which event has named it last. */
export interface NamedRow {
  /** Table and key: `movement 0190…`. */
  readonly name: string;
  /** What is hashed. */
  readonly text: string;
  readonly eventId: string;
  /** Whether that event has said the same of it. */
  readonly isAsNamed: boolean;
}

/**
 * The rows of these names, as far as they are there and an event names them.
 * @param reader of one transaction.
 */
export async function namedRows(
  reader: Statements,
  tables: readonly SealedTable[],
  names: readonly string[],
): Promise<NamedRow[]> {
  await reader.query(AS_SEALED);
  const rows: NamedRow[] = [];
  for (const table of tables) {
    const named = new Set(names.filter((name) => tableOfRow(name) === table.name));
    if (named.size > 0) rows.push(...(await reader.query<NamedRow>(namedRowsOf(table), [[...named]])));
  }
  return rows;
}

/** The table that the name of a row begins with. */
export const tableOfRow = (name: string): string => name.slice(0, name.indexOf(' '));

const namedRowsOf = (table: SealedTable) => `
  SELECT names.name, there.text, said.event_id AS "eventId", there.hash IS NOT DISTINCT FROM said.hash AS "isAsNamed"
  FROM unnest($1::text[]) names (name)
  CROSS JOIN LATERAL ${rowOfName(table, `${textOfRow(table)} AS text, ${hashOfRow(table)} AS hash`)} there
  CROSS JOIN LATERAL ${LAST_LINE} said
  ORDER BY names.name`;
