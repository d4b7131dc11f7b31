import type { SealedTable } from '@patravali/ledger';
import type { Client } from 'pg';

/** A row of the record, by its name in the lines of events. */
export interface Victim {
  readonly table: SealedTable;
  readonly name: string;
}

/** The columns of a table as the catalogue has them, with their types. */
export type Types = ReadonlyMap<string, string>;

/** Where a tampering must be found: a row by its name, or an event whose lines or chain are broken. */
export interface Expected {
  readonly rows: readonly string[];
  /** Rows that were touched besides. */
  readonly others?: readonly string[];
  readonly eventOfLine?: string;
}

/** What somebody does who may do everything, with all triggers off. @returns null when this row does not lend itself to it. */
export type Tampering = (client: Client, victim: Victim, types: Types, draw: Draw) => Promise<Expected | null>;

/** A number below `limit`, from the seed of the run. */
export type Draw = (limit: number) => number;

const keyOf = ({ table, name }: Victim) =>
  table.key
    .map((column, at) => `"${column}"::text = '${name.split(' ')[at + 1]?.replaceAll("'", "''") ?? ''}'`)
    .join(' AND ');

/** Another value of the same type; what has none gets one. */
const otherValue = (column: string, type: string): string => {
  const c = `"${column}"`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (/^int|^float|^numeric/.test(type)) return `COALESCE(${c}, 0) + 1`;
  if (type === 'bool') return `NOT COALESCE(${c}, false)`;
  if (type === 'timestamptz') return `COALESCE(${c}, now()) - INTERVAL '20 days'`;
  if (type === 'date') return `COALESCE(${c}, current_date) - 1`;
  if (type === 'jsonb') return `to_jsonb(COALESCE(${c}::text, '') || 'x')`;
  if (type === 'bytea') return `COALESCE(${c}, '') || '\\x00'`;
  if (type === '_uuid') return `COALESCE(${c}, '{}') || gen_random_uuid()`;
  if (type === '_int2') return `COALESCE(${c}, '{}') || 9::smallint`;
  if (type.startsWith('_')) return `COALESCE(${c}, '{}') || 'x'::text`;
  return `COALESCE(${c}, '') || 'x'`;
};

/** What SQL calls a row in the lines of events. */
const nameIn = ({ name, key }: SealedTable, of = ''): string =>
  `'${name} ' || concat_ws(' ', ${key.map((column) => `${of}"${column}"`).join(', ')})`;

const changeable = ({ table }: Victim) =>
  table.columns.filter((column) => !table.key.includes(column) && !table.noRecord.includes(column));

async function changeOne(client: Client, victim: Victim, types: Types, draw: Draw): Promise<boolean> {
  const columns = changeable(victim);
  if (columns.length === 0) return false;
  const column = columns[draw(columns.length)] ?? '';
  const value = otherValue(column, types.get(column) ?? '');
  const { rowCount } = await client.query(
    `UPDATE "${victim.table.name}" SET "${column}" = ${value} WHERE ${keyOf(victim)}`,
  );
  return rowCount === 1;
}

const HASH = ({ table }: Victim) =>
  `sha256(convert_to(jsonb_strip_nulls(to_jsonb(t) - '{${table.noRecord.join(',')}}'::text[])::text, 'UTF8'))`;
/** Makes the last line of the row agree with it. @returns the event of that line. */
async function rehashLine(client: Client, victim: Victim): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE sealed_row SET hash = (SELECT ${HASH(victim)} FROM "${victim.table.name}" t WHERE ${keyOf(victim)})
     WHERE name = $1 AND place = (SELECT max(place) FROM sealed_row WHERE name = $1) RETURNING event_id AS id`,
    [victim.name],
  );
  return rows[0]?.id ?? null;
}

const asItSays = `(SELECT sha256(convert_to(string_agg(place || ' ' || COALESCE(encode(hash, 'hex'), '-') || ' ' || name || chr(10), ''
  ORDER BY name), 'UTF8')) FROM sealed_row WHERE event_id = $1)`;

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a column changed': async (client, victim, types, draw) =>
    (await changeOne(client, victim, types, draw)) ? { rows: [victim.name] } : null,

  'a row deleted': async (client, victim) => {
    await client.query(`DELETE FROM "${victim.table.name}" WHERE ${keyOf(victim)}`);
    return { rows: [victim.name] };
  },

  'a row put in': async (client, victim, types) => {
    const [column = ''] = victim.table.key.filter((each) => each !== 'organisation_id').slice(-1);
    const { rows } = await client.query<{ name: string }>(
      `INSERT INTO "${victim.table.name}" SELECT (jsonb_populate_record(t, jsonb_build_object('${column}',
         ${otherValue(column, types.get(column) ?? '').replaceAll(`"${column}"`, `t."${column}"`)}))).* FROM "${victim.table.name}" t
       WHERE ${keyOf(victim)} RETURNING ${nameIn(victim.table)} AS name`,
    );
    return rows[0] ? { rows: [rows[0].name] } : null;
  },

  'a key changed': async (client, victim, types) => {
    const [column = ''] = victim.table.key.slice(-1);
    const { rows } = await client.query<{ name: string }>(
      `UPDATE "${victim.table.name}" SET "${column}" = ${otherValue(column, types.get(column) ?? '')} WHERE ${keyOf(victim)}
       RETURNING ${nameIn(victim.table)} AS name`,
    );
    return { rows: [victim.name, ...rows.map(({ name }) => name)] };
  },

  'a value swapped with that of another row': async (client, victim, _types, draw) => {
    const columns = changeable(victim);
    if (columns.length === 0) return null;
    const column = columns[draw(columns.length)] ?? '';
    const { rows } = await client.query<{ name: string }>(
      `WITH one AS (SELECT ctid AS at, "${column}" AS value FROM "${victim.table.name}" WHERE ${keyOf(victim)}),
       other AS (SELECT t.ctid AS at, t."${column}" AS value FROM "${victim.table.name}" t, one
         WHERE t."${column}" IS DISTINCT FROM one.value LIMIT 1)
       UPDATE "${victim.table.name}" t SET "${column}" = CASE WHEN t.ctid = one.at THEN other.value ELSE one.value END
       FROM one, other WHERE t.ctid IN (one.at, other.at) RETURNING ${nameIn(victim.table, 't.')} AS name`,
    );
    return rows.length === 2 ? { rows: rows.map(({ name }) => name) } : null;
  },

  'a row changed and its line with it': async (client, victim, types, draw) => {
    if (!(await changeOne(client, victim, types, draw))) return null;
    const eventOfLine = await rehashLine(client, victim);
    return eventOfLine ? { rows: [], eventOfLine } : null;
  },

  'a row, its line and its event changed': async (client, victim, types, draw) => {
    if (!(await changeOne(client, victim, types, draw))) return null;
    const eventOfLine = await rehashLine(client, victim);
    if (!eventOfLine) return null;
    await client.query(`UPDATE event SET rows_hash = ${asItSays} WHERE id = $1`, [eventOfLine]);
    return { rows: [], eventOfLine };
  },

  'a row, its line and its event changed, the event with its hash': async (client, victim, types, draw) => {
    if (!(await changeOne(client, victim, types, draw))) return null;
    const eventOfLine = await rehashLine(client, victim);
    if (!eventOfLine) return null;
    await client.query(`UPDATE event SET rows_hash = ${asItSays} WHERE id = $1`, [eventOfLine]);
    await client.query(`UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE id = $1`, [
      eventOfLine,
    ]);
    return { rows: [], eventOfLine };
  },

  'a line taken away': async (client, victim) => {
    const { rows } = await client.query<{ id: string }>(
      `DELETE FROM sealed_row WHERE name = $1 AND place = (SELECT max(place) FROM sealed_row WHERE name = $1) RETURNING event_id AS id`,
      [victim.name],
    );
    return rows[0] ? { rows: [], eventOfLine: rows[0].id } : null;
  },

  'a line given another place': async (client, victim) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE sealed_row SET place = -place WHERE name = $1 AND place = (SELECT max(place) FROM sealed_row WHERE name = $1) RETURNING event_id AS id`,
      [victim.name],
    );
    return rows[0] ? { rows: [], eventOfLine: rows[0].id } : null;
  },

  'a row put in with a line of its own': async (client, victim, types, draw) => {
    const put = await TAMPERINGS['a row put in']?.(client, victim, types, draw);
    const [name] = put?.rows ?? [];
    if (name === undefined) return null;
    const copy = { ...victim, name };
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO sealed_row (event_id, name, hash) SELECT (SELECT event_id FROM sealed_row WHERE name = $1 ORDER BY place DESC LIMIT 1), $2,
         (SELECT ${HASH(copy)} FROM "${victim.table.name}" t WHERE ${keyOf(copy)}) RETURNING event_id AS id`,
      [victim.name, name],
    );
    return rows[0] ? { rows: [], others: [name], eventOfLine: rows[0].id } : null;
  },
};
