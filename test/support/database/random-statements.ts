import type { Dice } from '../../../apps/office/src/demo/past/dice';

export interface Column {
  readonly table: string;
  readonly name: string;
  /** As PostgreSQL names it: `uuid`, `integer`, `text[]`. */
  readonly type: string;
}

/** Statements over all tables and columns that a careless or malicious writer of SQL could give, a few of them sensible. */
export class RandomStatements {
  private readonly tables: ReadonlyMap<string, readonly Column[]>;

  constructor(
    columns: readonly Column[],
    private readonly dice: Dice,
  ) {
    const tables = new Map<string, Column[]>();
    for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
    this.tables = tables;
  }

  /** One statement, or two or three in one transaction. */
  next(): string[] {
    if (this.dice.chance(0.7)) return [this.one()];
    return Array.from({ length: this.dice.between(2, 3) }, () => this.one());
  }

  private one(): string {
    const throws = this.dice.next();
    if (throws < 0.05) return this.dice.pick([() => this.move(), () => this.move(), LETTER_ALONE, COUNT_DOWN])();
    if (throws < 0.5) return this.update();
    if (throws < 0.9) return this.insert();
    return `DELETE FROM ${this.table()[0]}${this.where()}`;
  }

  private table(): readonly [string, readonly Column[]] {
    return this.dice.pick([...this.tables]);
  }

  private update(): string {
    const [table, columns] = this.table();
    const sets = this.some(columns).map((column) => `"${column.name}" = ${this.value(column)}`);
    return `UPDATE ${table} SET ${sets.join(', ')}${this.where()}`;
  }

  /** Another row like one that is there, mostly with a key of its own. */
  private insert(): string {
    const [table, columns] = this.table();
    const changed = this.some(columns);
    const keys = this.dice.chance(0.7) ? columns.filter(({ name }) => name === 'id') : [];
    const values = [
      ...keys.map(({ name }) => `'${name}', gen_random_uuid()`),
      ...changed.map((column) => `'${column.name}', ${this.value(column, 'r.')}`),
      ...columns.filter(({ name }) => name === 'sequence').map(() => `'sequence', r.sequence + 1`),
    ];
    return `INSERT INTO ${table} SELECT (jsonb_populate_record(r, jsonb_build_object(${values.join(', ')}))).* FROM ${table} r
      ORDER BY random() LIMIT 1`;
  }

  /** A file to another desk, with its line in the register: in one statement, or the one without the other. */
  private move(): string {
    const custody = `UPDATE file_custody c SET holder_post_id = chosen.to_post, movements = c.movements + 1,
      reader_post_ids = c.reader_post_ids || chosen.to_post FROM chosen WHERE c.file_id = chosen.file_id RETURNING c.file_id`;
    const movement = `INSERT INTO movement (id, organisation_id, file_id, sequence, kind, from_post_id, to_post_id, notes, by_user_id,
        by_post_id, capacity)
      SELECT gen_random_uuid(), organisation_id, file_id, movements + 1, 'forwarded', holder_post_id, to_post, notes,
        (SELECT user_id FROM tenure LIMIT 1), holder_post_id, 'regular' FROM chosen RETURNING file_id`;
    const chosen = `SELECT c.*, (SELECT id FROM post p WHERE p.id <> c.holder_post_id ORDER BY random() LIMIT 1) AS to_post
      FROM file_custody c WHERE state = 'on_desk' ORDER BY random() LIMIT 1`;
    const whole = `WITH chosen AS (${chosen}), written AS (${movement}), moved AS (${custody}) SELECT`;
    return this.dice.pick([whole, `WITH chosen AS (${chosen}) ${movement}`, `WITH chosen AS (${chosen}) ${custody}`]);
  }

  private some(columns: readonly Column[]): Column[] {
    const found = Array.from({ length: this.dice.pick([1, 1, 1, 2, 3]) }, () => this.dice.pick(columns));
    return [...new Set(found)];
  }

  private where(): string {
    if (this.dice.chance(0.1)) return '';
    return this.dice.chance(0.8) ? ' WHERE random() < 0.2' : ' WHERE random() < 0.8';
  }

  private value({ table, name, type }: Column, row = ''): string {
    const own = `${row}"${name}"`;
    const others = [
      `(SELECT o."${name}" FROM ${table} o ORDER BY random() LIMIT 1)`,
      ...(this.dice.chance(0.3) ? ['NULL'] : []),
    ];
    return this.dice.pick([...others, ...(VALUES[type]?.(own) ?? [own])]);
  }
}

/** A letter to another desk without a line in the register. */
const LETTER_ALONE =
  () => `UPDATE receipt SET holder_post_id = (SELECT id FROM post p WHERE p.id <> holder_post_id LIMIT 1)
  WHERE id = (SELECT id FROM receipt WHERE holder_post_id IS NOT NULL AND grading = 'normal' ORDER BY random() LIMIT 1)`;
const COUNT_DOWN = () => 'UPDATE file_custody SET movements = movements - 1 WHERE random() < 0.5';

const POST = '(SELECT id FROM post ORDER BY random() LIMIT 1)';
const VALUES: Readonly<Record<string, (own: string) => string[]>> = {
  uuid: () => [POST, '(SELECT id FROM office_file ORDER BY random() LIMIT 1)', 'gen_random_uuid()'],
  integer: (own) => [`${own} + 1`, `${own} - 1`, '0', '1', '1000'],
  smallint: (own) => [`${own} + 1`, `${own} - 1`, '0'],
  bigint: (own) => [`${own} + 1`, '0'],
  text: (own) => [`${own} || 'x'`, `''`, `'x'`, `'closed'`, `'on_desk'`, `'draft'`, `'secret'`],
  boolean: (own) => [`NOT ${own}`],
  jsonb: () => [`'{}'::jsonb`],
  date: (own) => [`${own} + 1`, `${own} - 400`],
  'timestamp with time zone': (own) => [`${own} - interval '1 day'`, 'now()'],
  'uuid[]': (own) => [`ARRAY[${POST}]`, `${own} || ${POST}`, `'{}'::uuid[]`],
  'text[]': () => [`'{officer}'::text[]`, `'{}'::text[]`],
};
