import { linesOf } from '../log/keeping/log-rows';

/** A table whose rows are record: the events name the rows that commands write in it. */
export interface SealedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns that identify a row, in the order in which its name lists them. */
  readonly key: readonly string[];
  /** The columns that may change and are shown nowhere as record. */
  readonly noRecord: readonly string[];
}

/** Under which Nest provides them: the files of the schema say which they are, and the ledger knows no tables but its own. */
export const SEALED_TABLES = 'SEALED_TABLES';

/** The name of a row `t`, as the database gives it in `seal_row`. */
export const nameOfRow = ({ name, key }: SealedTable): string =>
  `'${name} ' || concat_ws(' ', ${key.map((column) => `t.${column}`).join(', ')})`;

/**
 * The text of a row `t` and its hash. It is written here with nothing but what PostgreSQL brings, and not with the function of the
 * database: whoever can change rows can change that.
 */
export const textOfRow = ({ noRecord }: SealedTable): string =>
  `jsonb_strip_nulls(to_jsonb(t) - '{${noRecord.join(',')}}'::text[])::text`;
export const hashOfRow = (table: SealedTable): string => `sha256(convert_to(${textOfRow(table)}, 'UTF8'))`;

/** The row `t` of a table that bears the name `names.name`, found by its key: what stands after a JOIN LATERAL, with these columns. */
export const rowOfName = (table: SealedTable, columns: string): string => {
  const parts = table.key.map((column, at) => `'${column}', split_part(names.name, ' ', ${at + 2})`);
  return `(SELECT ${columns} FROM ${table.name} t
    JOIN jsonb_populate_record(NULL::${table.name}, jsonb_build_object(${parts.join(', ')})) k
      ON ${table.key.map((column) => `t.${column} = k.${column}`).join(' AND ')})`;
};

/** What was said last of the row that bears the name `names.name`: what stands after a JOIN LATERAL. */
export const LAST_LINE = `(SELECT hash, event_id FROM ${linesOf('names.name')} l ORDER BY place DESC LIMIT 1)`;

/** How values become text: set for a transaction, or the whole connection, before names and texts are asked for. */
export const AS_SEALED = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`;
