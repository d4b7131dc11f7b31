import { Client, DatabaseError } from 'pg';
import { BROKEN_CHECKS } from '../../support/broken-checks/broken-checks';
import { OURS, THEIRS, writeOneOfEverything } from '../../support/office/one-of-everything';
import { useOwner } from '../../support/database/owner';
import { PASSING, STOPPED } from '../../support/stopped/triggers';

interface Named {
  readonly table: string;
  readonly name: string;
}
interface ForeignKey extends Named {
  readonly columns: string[];
  readonly target: string;
  readonly targetColumns: string[];
}

/** What is unique where it is not null, and null in the row that stands for all. */
const IS_NULL_IN_THE_ROW: Readonly<Record<string, readonly string[]>> = {
  dispatch_return_key: [`UPDATE dispatch SET return_key = 'abcdefghijklmnopq234'`],
  diary_number_hi_once: [`UPDATE receipt SET diary_number_hi = '1/केन्द्रीय/2026'`],
  file_number_hi_once: [`UPDATE office_file SET number_hi = 'ए-1/2026'`],
  issue_number_hi_once: ['ALTER TABLE issue DISABLE TRIGGER USER', `UPDATE issue SET number_hi = '1/स्था०/2026'`],
  unit_abbreviation_hi_once: [`UPDATE unit SET abbreviation_hi = 'स्था०'`],
  post_marking_hi_once: [`UPDATE post SET marking_hi = 'प्र०स०'`],
  email_once: [`UPDATE office_user SET email = 'so@example.in'`],
  information_role_once: [`UPDATE post SET information_role = 'information_officer'`],
};

describe('the schema', () => {
  const owner = useOwner();
  beforeAll(() => writeOneOfEverything(owner().client));

  /** Runs in a transaction that is rolled back; answers the constraint that refused, or null. */
  const refusedBy = async (client: Client, ...statements: string[]): Promise<string | null> => {
    await client.query('BEGIN');
    try {
      for (const statement of statements) await client.query(statement);
      return null;
    } catch (error) {
      if (error instanceof DatabaseError && error.constraint) return error.constraint;
      throw error;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const named = async <T extends Named>(sql: string, values: unknown[] = []) =>
    (await owner().client.query<T>(sql, values)).rows;

  /** Statements after which no trigger and no constraint of these types guards the table, but this one. */
  const alone = async ({ table, name }: Named, types: readonly ('c' | 'f' | 'p' | 'u')[]): Promise<string[]> => {
    const quoted = types.map((type) => `'${type}'`).join();
    const constraints = await named(`${CONSTRAINTS} AND conrelid = '${table}'::regclass AND contype IN (${quoted})`);
    const indexes = types.includes('u') ? await named(`${UNIQUE_INDEXES} AND indrelid = '${table}'::regclass`) : [];
    return [
      `ALTER TABLE ${table} DISABLE TRIGGER USER`,
      ...constraints.filter((each) => each.name !== name).map(without),
      ...indexes.filter((each) => each.name !== name).map((each) => `DROP INDEX ${each.name}`),
    ];
  };

  it('has a row in every table, so that each constraint can be broken', async () => {
    const tables = await named(
      `SELECT tablename AS name, tablename AS table FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      expect([name, (await owner().client.query(`SELECT FROM ${name}`)).rowCount]).not.toEqual([name, 0]);
    }
  });

  it('has an example of breaking for every check and every trigger, and none for what is not there', async () => {
    const checks = await named(`${CONSTRAINTS} AND contype = 'c'`);
    const examples = Object.entries(BROKEN_CHECKS).flatMap(([table, each]) =>
      Object.keys(each).map((name) => ({ table, name })),
    );
    expect(sorted(examples)).toEqual(sorted(checks));
    // What seals rows stops those alone that come after their event: `sealed-rows.db.spec.ts`.
    const triggers = await named(
      `SELECT tgname AS name, tgrelid::regclass::text AS table FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN
         (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace) AND tgfoid <> 'seal_row'::regproc
         AND (SELECT prosrc FROM pg_proc WHERE oid = tgfoid) LIKE '%RAISE EXCEPTION%'`,
    );
    expect(sorted(Object.entries(STOPPED).map(([name, { table }]) => ({ table, name })))).toEqual(sorted(triggers));
  });

  const checks = Object.entries(BROKEN_CHECKS).flatMap(([table, each]) =>
    Object.entries(each).map(([name, change]) => [table, name, change] as const),
  );
  it.each(checks)('lets no %s break %s: %s', async (table, name, change) => {
    const { client } = owner();
    const breaking = `UPDATE ${table} SET ${change}`;
    const guards = await alone({ table, name }, ['c', 'f', 'p', 'u']);
    expect(await refusedBy(client, ...guards, breaking)).toBe(name);
    expect(await refusedBy(client, ...guards, without({ table, name }), breaking)).toBeNull();
  });

  it('lets nothing be there twice that is unique: every primary key, unique constraint and unique index', async () => {
    const { client } = owner();
    const constraints = await named(`${CONSTRAINTS} AND contype IN ('p', 'u')`);
    const indexes = await named(UNIQUE_INDEXES);
    for (const key of [...constraints, ...indexes]) {
      const filled = IS_NULL_IN_THE_ROW[key.name] ?? [];
      const twice = `INSERT INTO ${key.table} OVERRIDING SYSTEM VALUE SELECT * FROM ${key.table}`;
      expect(await refusedBy(client, ...(await alone(key, ['c', 'f', 'p', 'u'])), ...filled, twice)).toBe(key.name);
    }
    expect(constraints.length + indexes.length).toBeGreaterThan(40);
  });

  it('lets no reference dangle or reach into another organisation: every foreign key', async () => {
    const { client } = owner();
    const keys = await named<ForeignKey>(FOREIGN_KEYS);
    for (const key of keys) {
      const pointing = keys.filter(({ name, target }) => target === key.table && name !== key.name);
      const guards = [...(await alone(key, ['c', 'f'])), ...pointing.map(without)];
      const column = key.columns.find((each) => each !== 'organisation_id') ?? 'organisation_id';
      const dangling = `UPDATE ${key.table} SET ${column} = gen_random_uuid()`;
      expect(await refusedBy(client, ...guards, dangling)).toBe(key.name);
      if (key.target === 'organisation') continue;
      expect([key.name, key.columns[0], key.targetColumns[0]]).toEqual([
        key.name,
        'organisation_id',
        'organisation_id',
      ]);
      const there = key.targetColumns[key.columns.indexOf(column)] ?? '';
      const reaching = `UPDATE ${key.table} SET organisation_id = '${THEIRS}',
        ${column} = (SELECT ${there} FROM ${key.target} WHERE organisation_id = '${OURS}' AND ${there} IS NOT NULL ORDER BY ctid DESC LIMIT 1)
        WHERE ctid = (SELECT min(ctid) FROM ${key.table})`;
      expect(await refusedBy(client, ...guards, reaching)).toBe(key.name);
    }
    expect(keys.length).toBeGreaterThan(60);
  });

  it.each(Object.keys(STOPPED))('stops even the owner by the trigger %s', async (name) => {
    const { client } = owner();
    const { table, as = name, statements } = STOPPED[name] ?? { table: '', statements: [] };
    const unguarded = await alone({ table, name: '' }, ['c', 'f', 'p', 'u']);
    for (const statement of statements) {
      expect([statement, await refusedBy(client, statement)]).toEqual([statement, as]);
      expect([statement, await refusedBy(client, ...unguarded, statement)]).toEqual([statement, null]);
    }
  });

  it.each(['event', 'movement', 'note', 'issue', 'draft_approval', 'draft_comment_answer'])(
    'does not let the application update, delete or truncate any %s',
    async (table) => {
      const application = new Client({ connectionString: owner().database.appUrl });
      await application.connect();
      try {
        for (const act of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await expect(application.query(act)).rejects.toMatchObject({
            code: '42501',
            message: expect.stringContaining('permission denied') as string,
          });
        }
      } finally {
        await application.end();
      }
    },
  );

  it('lets the application change the wording of a cover, never its numbers', async () => {
    const application = new Client({ connectionString: owner().database.appUrl });
    await application.connect();
    try {
      for (const column of ['number', 'computer_number', 'series', 'head_id', 'unit_id', 'created_at']) {
        const act = application.query(`UPDATE office_file SET ${column} = ${column}`);
        await expect(act).rejects.toMatchObject({ code: '42501' });
      }
      await application.query('UPDATE office_file SET subject = subject, cover_remarks = cover_remarks');
    } finally {
      await application.end();
    }
  });

  it('lets the application correct a diary entry, never its number, its cover or who made it', async () => {
    const application = new Client({ connectionString: owner().database.appUrl });
    await application.connect();
    try {
      const made = ['diarised_at', 'diarised_by_user_id', 'diarised_by_post_id', 'diarised_capacity'];
      for (const column of ['id', 'organisation_id', 'diary_number', 'cover', 'unit_id', ...made]) {
        const act = application.query(`UPDATE receipt SET ${column} = ${column}`);
        await expect(act).rejects.toMatchObject({ code: '42501' });
      }
      await application.query('UPDATE receipt SET subject = subject, letter_date = letter_date, urgency = urgency');
    } finally {
      await application.end();
    }
  });

  it('lets the application take away only what is passing, and documents that nothing uses', async () => {
    const deletable = await named(
      `SELECT table_name AS name, table_name AS table FROM information_schema.role_table_grants
       WHERE grantee = 'patravali_app' AND table_schema = 'public' AND privilege_type = 'DELETE'`,
    );
    expect(deletable.map(({ name }) => name).sort()).toEqual([...PASSING].sort());
    const more = await named(
      `SELECT table_name AS name, privilege_type AS table FROM information_schema.role_table_grants
       WHERE grantee = 'patravali_app' AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
    );
    expect(more).toEqual([]);
  });
});

const OF_THE_OFFICE = `connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass`;
const CONSTRAINTS = `SELECT conname AS name, conrelid::regclass::text AS table FROM pg_constraint
  WHERE ${OF_THE_OFFICE} AND contype IN ('c', 'p', 'u', 'f')`;
const UNIQUE_INDEXES = `SELECT indexrelid::regclass::text AS name, indrelid::regclass::text AS table FROM pg_index
  WHERE indisunique AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))`;
const COLUMNS = (
  keys: string,
  table: string,
) => `ARRAY(SELECT attname::text FROM unnest(${keys}) WITH ORDINALITY k (n, place)
  JOIN pg_attribute ON attrelid = ${table} AND attnum = k.n ORDER BY place)`;
const FOREIGN_KEYS = `SELECT conname AS name, conrelid::regclass::text AS table, confrelid::regclass::text AS target,
    ${COLUMNS('conkey', 'conrelid')} AS columns, ${COLUMNS('confkey', 'confrelid')} AS "targetColumns"
  FROM pg_constraint WHERE ${OF_THE_OFFICE} AND contype = 'f'`;

function without({ table, name }: Named): string {
  return `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS "${name}" CASCADE`;
}

function sorted(all: readonly Named[]): string[] {
  return all.map(({ table, name }) => `${table}.${name}`).sort();
}
