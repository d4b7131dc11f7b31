import { select } from '@patravali/database';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Owner } from './connect';
import { JOBS_FILE } from './dump-rows';
import type { Manifest, TableRows } from './manifest';
import { readRows } from './row-file';

/**
 * Fills the empty tables of a database, which has the schema of the rows, and the job queue: wholly or not at all. The
 * rows obeyed every rule when they were written; triggers would hold them against the present again, and the rows name
 * each other in circles, so both come back when all are there.
 * @throws Error when a file is not what was written, or a row is there already.
 */
export async function loadRows(owner: Owner, queue: PgBoss, folder: string, manifest: Manifest): Promise<void> {
  await owner.query('BEGIN');
  try {
    const constraints = await select(owner, Constraint, SET_ASIDE);
    for (const { table, name } of constraints) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    for (const table of manifest.tables) await loadTable(owner, folder, table);
    for (const { table, name, definition } of constraints) {
      await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    await owner.query(SEQUENCES);
    await loadJobs(owner, queue, folder, manifest);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

const Constraint = z.object({ table: z.string(), name: z.string(), definition: z.string() });

/** References, and what did not hold for rows of before. */
const SET_ASIDE = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND (contype = 'f' OR NOT convalidated)`;

async function loadTable(owner: Owner, folder: string, { name, columns, ...sum }: TableRows): Promise<void> {
  const table = owner.quoted(name);
  const quoted = columns.map((column) => owner.quoted(column)).join(', ');
  // A type with the columns in the order in which they were written.
  await owner.query(`CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT ${quoted} FROM ${table} WITH NO DATA`);
  const always = await select(owner, z.object({ name: z.string() }), ALWAYS_ON, [table]);
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  // A migration may have written a row of its own.
  await owner.query(`TRUNCATE ${table}`);
  for await (const rows of readRows(folder, name, sum)) {
    // What counts by itself keeps the number that it had, also where nobody else may give one.
    const insert = `INSERT INTO ${table} (${quoted}) OVERRIDING SYSTEM VALUE SELECT * FROM unnest($1::text[]::incoming[])`;
    await owner.query(insert, [rows]);
  }
  await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const trigger of always) await owner.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${trigger.name}`);
  await owner.query('DROP TABLE incoming');
  const [held] = await select(owner, z.object({ rows: z.int() }), `SELECT count(*)::int AS rows FROM ${table}`);
  if (held?.rows !== sum.rows) throw new Error(`${name} holds ${held?.rows ?? 0} rows instead of ${sum.rows}`);
}

/** Triggers that stay on where a session sets triggers aside: switched on again, they would be as all others. */
const ALWAYS_ON = `SELECT quote_ident(tgname) AS name FROM pg_trigger WHERE tgrelid = $1::regclass AND tgenabled = 'A'`;

/** What counts by itself goes on after the highest that is there, in all columns that it counts. */
const SEQUENCES = `
  DO $$ DECLARE counted record; BEGIN
    FOR counted IN
      WITH numbered AS (
        SELECT d.objid AS sequence, d.refobjid AS of_table, d.refobjsubid AS of_column
        FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
        UNION ALL SELECT d.refobjid, f.adrelid, f.adnum
        FROM pg_depend d JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
        WHERE d.refclassid = 'pg_class'::regclass
      )
      SELECT s.oid::regclass AS sequence,
        string_agg(format('SELECT max(%I) AS number FROM %s', a.attname, n.of_table::regclass), ' UNION ALL ') AS numbers
      FROM pg_class s JOIN numbered n ON n.sequence = s.oid
        JOIN pg_attribute a ON a.attrelid = n.of_table AND a.attnum = n.of_column
      WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace GROUP BY s.oid
    LOOP
      EXECUTE format('SELECT setval(%L, max(number)) FROM (%s) n HAVING max(number) IS NOT NULL',
        counted.sequence, counted.numbers);
    END LOOP;
  END $$`;

interface LiveJob {
  readonly name: string;
  readonly job: object;
}

/** Jobs of queues that this version no longer has are left out. */
async function loadJobs(owner: Owner, queue: PgBoss, folder: string, { jobs }: Manifest): Promise<void> {
  const queues = new Set((await queue.getQueues()).map(({ name }) => name));
  const db = { executeSql: async (text: string, values?: unknown[]) => ({ rows: await owner.query(text, values) }) };
  for await (const rows of readRows(folder, JOBS_FILE, jobs)) {
    for (const { name, job } of rows.map((row) => JSON.parse(row) as LiveJob)) {
      if (queues.has(name)) await queue.insert(name, [job], { db });
    }
  }
}
