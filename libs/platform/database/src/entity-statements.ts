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

/** One row of an entity as SQL, by its declared columns. A value that is a function is SQL itself, as `NOW`. */
export class EntityStatements {
  constructor(private readonly dataSource: DataSource) {}

  find<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>, lock = false): Statement {
    const metadata = this.dataSource.getMetadata(entity);
    const values: unknown[] = [];
    const conditions = this.pairs(metadata, where, values).join(' AND ');
    const columns = metadata.columns.map(({ databaseName }) => quoted(databaseName)).join(', ');
    const sql = `SELECT ${columns} FROM ${quoted(metadata.tableName)} WHERE ${conditions} LIMIT 1`;
    return { sql: lock ? `${sql} FOR UPDATE` : sql, values };
  }

  insert<T extends ObjectLiteral>(entity: EntityTarget<T>, row: QueryDeepPartialEntity<T>): Statement {
    const metadata = this.dataSource.getMetadata(entity);
    const values: unknown[] = [];
    const given = this.given(metadata, row);
    const columns = given.map(([{ databaseName }]) => quoted(databaseName)).join(', ');
    const places = given.map(([column, value]) => this.place(column, value, values)).join(', ');
    return { sql: `INSERT INTO ${quoted(metadata.tableName)} (${columns}) VALUES (${places})`, values };
  }

  /** Fails in the database, by a division by nothing, unless it changes exactly one row. */
  update<T extends ObjectLiteral>(
    entity: EntityTarget<T>,
    where: FindOptionsWhere<T>,
    change: QueryDeepPartialEntity<T>,
  ): Statement {
    const metadata = this.dataSource.getMetadata(entity);
    const values: unknown[] = [];
    const changes = this.pairs(metadata, change, values).join(', ');
    const conditions = this.pairs(metadata, where, values).join(' AND ');
    const update = `UPDATE ${quoted(metadata.tableName)} SET ${changes} WHERE ${conditions} RETURNING 1`;
    return { sql: `WITH changed AS (${update}) SELECT 1 / (count(*) = 1)::int FROM changed`, values };
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

  private pairs(metadata: EntityMetadata, values: object, bound: unknown[]): string[] {
    return this.given(metadata, values).map(
      ([column, value]) => `${quoted(column.databaseName)} = ${this.place(column, value, bound)}`,
    );
  }

  private given(metadata: EntityMetadata, values: object): [Column, unknown][] {
    return Object.entries(values as Record<string, unknown>).flatMap<[Column, unknown]>(([name, value]) => {
      const column = metadata.findColumnWithPropertyName(name);
      if (!column) throw new Error(`${metadata.name} has no column ${name}`);
      return value === undefined ? [] : [[column, value]];
    });
  }

  private place(column: Column, value: unknown, bound: unknown[]): string {
    if (typeof value === 'function') return (value as () => string)();
    bound.push(this.dataSource.driver.preparePersistentValue(value, column));
    return `$${bound.length}`;
  }
}

const quoted = (name: string) => `"${name}"`;
