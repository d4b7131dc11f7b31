import { linesOf } from '../log/keeping/log-rows';

/** A table whose rows are record: the events name the rows that commands write in it. */
export interface SealedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of each column, as the schema writes it: `uuid[]`. */
  readonly types: Readonly<Record<string, string>>;
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

/** With which columns the name of a row begins that are UUIDs: names are in their order. */
export function idsOf({ key }: SealedTable): readonly string[] {
  const first = key.findIndex((column) => !/(?:^|_)id$/.test(column));
  return first < 0 ? key : key.slice(0, first);
}

/**
 * The text of a row `t` and its hash. It is written here with nothing but what PostgreSQL brings, and not with the function of the
 * database: whoever can change rows can change that.
 */
export const textOfRow = ({ noRecord }: SealedTable): string => {
  const record = noRecord.length > 0 ? `to_jsonb(t) - '{${noRecord.join(',')}}'::text[]` : 'to_jsonb(t)';
  return `jsonb_strip_nulls(${record})::text`;
};
export const hashOfRow = (table: SealedTable): string => hashOf(textOfRow(table));

/**
 * The hash of the same text, put together column by column in half of the time. Should a value ever be written otherwise than here, its
 * hash is another: a row is wrong only when it does not agree with `hashOfRow` either.
 */
export function quickHashOfRow({ columns, types, noRecord }: SealedTable): string {
  const members = columns
    .filter((column) => !noRecord.includes(column))
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .map((column) => memberOf(column, types[column] ?? ''));
  return hashOf(`concat('{', concat_ws(', ', ${members.join(', ')}), '}')`);
}

/** Null of no value. */
function memberOf(column: string, type: string): string {
  const value = `t.${column}`;
  if (type === 'uuid') return `'"${column}": "' || ${value} || '"'`;
  if (NUMBERS.includes(type)) return `'"${column}": ' || ${value}`;
  if (type === 'jsonb') return `'"${column}": ' || jsonb_strip_nulls(${value})::text`;
  return `'"${column}": ' || ${type.endsWith('[]') ? 'to_jsonb' : 'to_json'}(${value})::text`;
}

const NUMBERS: readonly string[] = ['smallint', 'integer', 'bigint'];

const hashOf = (text: string) => `sha256(convert_to(${text}, 'UTF8'))`;

/** The row `t` of a table that bears the name `names.name`, found by its key: what stands after a JOIN LATERAL, with these columns. */
export const rowOfName = ({ name, key, types }: SealedTable, columns: string): string => {
  const parts = key.map((column, at) => `t.${column} = split_part(names.name, ' ', ${at + 2})::${types[column]}`);
  return `(SELECT ${columns} FROM ${name} t WHERE ${parts.join(' AND ')})`;
};

/** What was said last of the row that bears the name `names.name`: what stands after a JOIN LATERAL. */
export const LAST_LINE = `(SELECT hash, event_id FROM ${linesOf('names.name')} l ORDER BY place DESC LIMIT 1)`;

/** How values become text: set for a transaction, or the whole connection, before names and texts are asked for. */
export const AS_SEALED = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`;
