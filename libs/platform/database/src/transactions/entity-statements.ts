import type {
  DataSource,
  EntityMetadata,
  EntityTarget,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';

export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

type Column = EntityMetadata['columns'][number];

/** What is known of an entity's table, found once. */
interface Table {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Column>;
  /** All columns, for a SELECT. */
  readonly all: string;
  /** Statements by their kind and the columns that are given: the same columns give the same text. */
  readonly texts: Map<string, string>;
}

/** A column, and what it is to be. */
type Given = readonly [Column, unknown];

/** One row of an entity as SQL, by its declared columns. A value that is a function is SQL itself, as `NOW`. */
export class EntityStatements {
  private readonly tables = new Map<unknown, Table>();

  constructor(private readonly dataSource: DataSource) {}

  find<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>, lock = false): Statement {
    const table = this.tableOf(entity);
    const conditions = given(table, where);
    const sql = textOf(table, lock ? 'lock' : 'find', [conditions], () => {
      const read = `SELECT ${table.all} FROM ${table.name} WHERE ${pairs(conditions, placesFrom(1)).join(' AND ')} LIMIT 1`;
      return lock ? `${read} FOR UPDATE` : read;
    });
    return { sql, values: this.valuesOf(conditions) };
  }

  insert<T extends ObjectLiteral>(entity: EntityTarget<T>, row: QueryDeepPartialEntity<T>): Statement {
    const table = this.tableOf(entity);
    const columns = given(table, row);
    const sql = textOf(table, 'insert', [columns], () => {
      const place = placesFrom(1);
      const names = columns.map(([{ databaseName }]) => quoted(databaseName)).join(', ');
      return `INSERT INTO ${table.name} (${names}) VALUES (${columns.map(([, value]) => place(value)).join(', ')})`;
    });
    return { sql, values: this.valuesOf(columns) };
  }

  /** Fails in the database, by a division by nothing, unless it changes exactly one row. */
  update<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
    change: QueryDeepPartialEntity<T>,
  ): Statement {
    const table = this.tableOf(entity);
    const [changes, conditions] = [given(table, change), given(table, where)];
    const sql = textOf(table, 'update', [changes, conditions], () => {
      const place = placesFrom(1);
      const set = pairs(changes, place).join(', ');
      const update = `UPDATE ${table.name} SET ${set} WHERE ${pairs(conditions, place).join(' AND ')} RETURNING 1`;
      return `WITH changed AS (${update}) SELECT 1 / (count(*) = 1)::int FROM changed`;
    });
    return { sql, values: this.valuesOf([...changes, ...conditions]) };
  }

  /** The entity of a row that `find` answered. */
  read<T extends ObjectLiteral>(entity: EntityTarget<T>, row: Record<string, unknown>): T {
    const metadata = this.dataSource.getMetadata(entity);
    const read = metadata.create() as Record<string, unknown>;
    for (const column of metadata.columns) {
      read[column.propertyName] = this.dataSource.driver.prepareHydratedValue(row[column.databaseName], column);
    }
    return read as T;
  }

  private tableOf<T extends ObjectLiteral>(entity: EntityTarget<T>): Table {
    const known = this.tables.get(entity);
    if (known) return known;
    const { tableName, columns } = this.dataSource.getMetadata(entity);
    const table: Table = {
      name: quoted(tableName),
      columns: new Map(columns.map((column) => [column.propertyName, column])),
      all: columns.map(({ databaseName }) => quoted(databaseName)).join(', '),
      texts: new Map(),
    };
    this.tables.set(entity, table);
    return table;
  }

  private valuesOf(columns: readonly Given[]): unknown[] {
    const values: unknown[] = [];
    for (const [column, value] of columns) {
      if (typeof value !== 'function') values.push(this.valueOf(column, value));
    }
    return values;
  }

  /** What travels as it is needs no look by TypeORM. */
  private valueOf(column: Column, value: unknown): unknown {
    const isPlain = value === null || (typeof value === 'string' && (column.type === 'uuid' || column.type === 'text'));
    return isPlain || (typeof value === 'number' && column.type === 'integer')
      ? value
      : this.dataSource.driver.preparePersistentValue(value, column);
  }
}

function given({ name, columns }: Table, values: object): Given[] {
  const found: Given[] = [];
  for (const [property, value] of Object.entries(values as Record<string, unknown>)) {
    const column = columns.get(property);
    if (!column) throw new Error(`${name} has no column ${property}`);
    if (value !== undefined) found.push([column, value]);
  }
  return found;
}

/** The text that these columns give, put together when they come for the first time. */
function textOf({ texts }: Table, kind: string, columns: readonly (readonly Given[])[], write: () => string): string {
  let key = kind;
  for (const part of columns) {
    key += '/';
    for (const [{ propertyName }, value] of part) key += `,${propertyName}${isSql(value) ? `=${value()}` : ''}`;
  }
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = write()));
  return text;
}

/** Writes a value into a text: SQL as it is, everything else as the next placeholder. */
function placesFrom(first: number): (value: unknown) => string {
  let next = first;
  return (value) => (isSql(value) ? value() : `$${next++}`);
}

const pairs = (columns: readonly Given[], place: (value: unknown) => string): string[] =>
  columns.map(([{ databaseName }, value]) => `${quoted(databaseName)} = ${place(value)}`);

const isSql = (value: unknown): value is () => string => typeof value === 'function';
const quoted = (name: string) => `"${name}"`;
