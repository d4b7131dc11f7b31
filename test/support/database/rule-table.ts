import { type Ability, type Action, rowFilter } from '@patravali/authorization';
import { Parameters, snakeCase } from '@patravali/database';
import type { Client } from 'pg';
import { getMetadataArgsStorage } from 'typeorm';

/**
 * A passing table with the columns of an entity and none of its constraints, so that any combination of values can
 * stand in it. It answers what a rule lets through twice: by SQL, as lists do, and in memory, as commands do.
 */
export class RuleTable<T extends object> {
  private rows: T[] = [];
  private readonly table: string;

  private constructor(
    private readonly client: Client,
    private readonly entity: new () => T,
    private readonly columns: readonly { name: string; type: string; primary: boolean }[],
  ) {
    this.table = `rules_of_${snakeCase(entity.name).slice(1)}`;
  }

  static async create<T extends object>(client: Client, entity: new () => T): Promise<RuleTable<T>> {
    const columns = getMetadataArgsStorage()
      .filterColumns(entity)
      .map(({ propertyName, options }) => ({
        name: propertyName,
        type: `${typeof options.type === 'string' ? options.type : 'text'}${options.array ? '[]' : ''}`,
        primary: options.primary === true,
      }));
    const table = new RuleTable(client, entity, columns);
    const definitions = columns.map(({ name, type }) => `${snakeCase(name)} ${type}`);
    await client.query(`CREATE TEMP TABLE IF NOT EXISTS ${table.table} (${definitions.join(', ')})`);
    return table;
  }

  /** Replaces what stands in the table. */
  async fill(rows: readonly Partial<T>[]): Promise<void> {
    this.rows = rows.map((row) => {
      const made = new this.entity();
      Object.assign(made, row);
      return made;
    });
    const records = this.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value as unknown])),
    );
    await this.client.query(`TRUNCATE ${this.table}`);
    await this.client.query(
      `INSERT INTO ${this.table} SELECT * FROM jsonb_populate_recordset(NULL::${this.table}, $1)`,
      [JSON.stringify(records)],
    );
  }

  /** The keys of the rows that the list would show. */
  async listed(ability: Ability, action: Action): Promise<string[]> {
    const parameters = new Parameters();
    const filter = rowFilter(ability, action, this.entity, 't', parameters);
    const { rows } = await this.client.query<{ key: string }>(
      `SELECT concat_ws('/', ${this.keys((name) => `t.${snakeCase(name)}`).join(', ')}) AS key
       FROM ${this.table} t WHERE ${filter}`,
      parameters.values,
    );
    return rows.map(({ key }) => key).sort();
  }

  /** The keys of the rows on which a command would go through. */
  allowed(ability: Ability, action: Action): string[] {
    const keyOf = (row: T) => this.keys((name) => String(row[name as keyof T])).join('/');
    return this.rows
      .filter((row) => ability.can(action, row))
      .map(keyOf)
      .sort();
  }

  private keys(show: (name: string) => string): string[] {
    return this.columns.filter(({ primary }) => primary).map(({ name }) => show(name));
  }
}
