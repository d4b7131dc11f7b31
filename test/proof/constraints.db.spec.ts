import { Client, DatabaseError } from 'pg';
import { BROKEN_CHECKS } from '../support/broken-checks';
import { id, OURS, THEIRS, writeOneOfEverything } from '../support/one-of-everything';
import { useOwner } from '../support/owner';

interface Named {
  readonly table: string;
  readonly name: string;
}
interface ForeignKey extends Named {
  readonly columns: string[];
  readonly target: string;
  readonly targetColumns: string[];
}

const NEW_DRAFT = {
  ...{ id: id('a2'), ordinal: 2, state: 'draft', approved_version: null, approved_by_user_id: null },
  ...{ approved_by_post_id: null, approved_capacity: null, approved_at: null, named_post_id: null },
};
const reissued = (change: object) => again('issue', { id: id('i2'), ...change });
const APPROVING = `${again('draft_version', { draft_id: id('a2') })};
  ${again('draft_approval', { id: id('b2'), draft_id: id('a2') })};
  UPDATE draft SET state = 'approved', approved_version = 1, approved_by_user_id = '${id('u1')}',
    approved_by_post_id = '${id('p1')}', approved_capacity = 'regular', approved_at = now() WHERE id = '${id('a2')}'`;
const WORDLESS = { id: id('m3'), number: 2, first_paragraph: null, paragraphs: 0 };
const RETURN = {
  ...{ id: id('v3'), sequence: 2, kind: 'returned', remarks: 'अपूर्ण' },
  ...{ from_post_id: id('p2'), to_post_id: id('p1') },
};

const WITHHOLDING = `UPDATE issue_recipient SET withheld_reason = 'x', withheld_by_user_id = '${id('u1')}',
  withheld_by_post_id = '${id('p1')}', withheld_capacity = 'regular', withheld_at = now()`;
const WITHHELD = `UPDATE dispatch SET state = 'failed', failure = 'x'; ${WITHHOLDING}`;
const CLOSING = `UPDATE file_custody SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}',
  closing_reason = 'x'`;
const confirming = (post: string) => `UPDATE issue_recipient SET confirmed_email = 'a@example.in', confirmed_at = now(),
  confirmed_by_user_id = '${id('u1')}', confirmed_by_post_id = '${post}', confirmed_capacity = 'regular'`;

/** Each trigger of the schema, and statements that it must stop, with the name that its refusal carries. */
const STOPPED: Readonly<Record<string, { table: string; as?: string; statements: readonly string[] }>> = {
  counter_without_gap: {
    table: 'counter',
    statements: ['UPDATE counter SET value = value + 2', again('counter', { series: 'B', value: 2 })],
  },
  clock_goes_forward: {
    table: 'office_clock',
    statements: [`UPDATE office_clock SET behind = '1 second'`, again('office_clock', { behind: '1 day' })],
  },
  event_without_gap: { table: 'event', statements: [again('event', { id: id('e2'), sequence: 3 })] },
  movement_without_gap: { table: 'movement', statements: [again('movement', { id: id('v3'), sequence: 3 })] },
  movement_tells_of_its_note: {
    table: 'movement',
    statements: [
      again('movement', { id: id('v3'), sequence: 2, notes: 2 }),
      again('movement', { id: id('v3'), sequence: 2, decision: 'approved' }),
      // A return that froze a signature alone.
      `${again('note', { ...WORDLESS, author_post_id: id('p2') })}; ${again('movement', { ...RETURN, notes: 2 })}`,
    ],
  },
  signature_alone_agrees: {
    table: 'note',
    statements: [
      // Under a note of one's own, under a return, and on a sheet without a word.
      again('note', WORDLESS),
      `${again('movement', RETURN)}; ${again('note', { ...WORDLESS, author_post_id: id('p2') })}`,
      again('note', { ...WORDLESS, file_id: id('f2'), number: 1, decision: 'approved' }),
    ],
  },
  decided_by_officer: {
    table: 'note',
    statements: [
      again('note', { id: id('m3'), number: 2, first_paragraph: 3, decision: 'approved', author_post_id: id('p3') }),
    ],
  },
  note_without_gap: {
    table: 'note',
    statements: [
      again('note', { id: id('m3'), number: 3, first_paragraph: 3 }),
      again('note', { id: id('m3'), number: 2, first_paragraph: 4 }),
    ],
  },
  correspondence_without_gap: {
    table: 'correspondence',
    statements: [
      again('correspondence', { id: id('c3'), serial: 4, first_page: 4, receipt_id: null }),
      again('correspondence', { id: id('c3'), serial: 3, first_page: 5, receipt_id: null }),
    ],
  },
  withheld_is_not_sent: { table: 'dispatch', statements: [`${WITHHELD}; ${again('dispatch', { id: id('q2') })}`] },
  mail_to_address_on_record: {
    table: 'dispatch',
    statements: [
      // No address is known; another than the confirmed one.
      `UPDATE dispatch SET mode = 'email', email = 'b@example.in'`,
      `${confirming(id('p1'))}; ${again('dispatch', { id: id('q2'), mode: 'email', email: 'b@example.in' })}`,
    ],
  },
  sent_is_not_withheld: { table: 'issue_recipient', statements: [WITHHOLDING] },
  confirmed_by_issuing_post: { table: 'issue_recipient', statements: [confirming(id('p3'))] },
  closed_without_open_draft: {
    table: 'file_custody',
    statements: [`${again('draft', NEW_DRAFT)}; ${CLOSING}`, `${again('draft', NEW_DRAFT)}; ${APPROVING}; ${CLOSING}`],
  },
  closed_without_unsent_letter: { table: 'file_custody', statements: [CLOSING] },
  closed_stays_finished: {
    table: 'issue_recipient',
    statements: [
      `${WITHHELD}; ${CLOSING}; UPDATE issue_recipient SET withheld_reason = NULL, withheld_by_user_id = NULL,
         withheld_by_post_id = NULL, withheld_capacity = NULL, withheld_at = NULL`,
    ],
  },
  old_version_is_final: { table: 'draft_version', statements: [`UPDATE draft_version SET content = '{"a": 1}'`] },
  ...final('event'),
  ...final('movement'),
  ...final('note'),
  ...final('issue'),
  ...final('draft_approval'),
  signed_by_officer: {
    table: 'draft',
    statements: [
      again('draft', { ...NEW_DRAFT, signatory_post_id: id('p3') }),
      `UPDATE draft SET signatory_post_id = '${id('p3')}', approved_by_post_id = NULL`,
      `UPDATE draft SET named_post_id = '${id('p3')}'`,
    ],
  },
  nobody_signs_for_another: {
    table: 'issue',
    statements: [
      ...[{ issued_by_post_id: id('p3') }, { signatory_post_id: id('p2') }].map(reissued),
      reissued({ signed_by_user_id: id('u2') }),
      reissued({ issued_by_post_id: id('p2'), signed_by_user_id: id('u2'), issued_by_user_id: id('u2') }),
      ...[{ approved_by_post_id: id('p2') }, { draft_version: 2 }].map(reissued),
      `UPDATE post SET roles = '{dealing_hand}' WHERE id = '${id('p1')}'; ${reissued({})}`,
      `UPDATE draft SET named_post_id = NULL; ${reissued({ issued_by_post_id: id('p2') })}`,
    ],
  },
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
  const named = async <T extends Named>(sql: string) => (await owner().client.query<T>(sql)).rows;

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
    const triggers = await named(
      `SELECT tgname AS name, tgrelid::regclass::text AS table FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN
         (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
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
      const twice = `INSERT INTO ${key.table} SELECT * FROM ${key.table}`;
      expect(await refusedBy(client, ...(await alone(key, ['c', 'f', 'p', 'u'])), twice)).toBe(key.name);
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

  it.each(['event', 'movement', 'note', 'issue', 'draft_approval'])(
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

  it('lets the application take away only what is passing', async () => {
    const deletable = await named(
      `SELECT table_name AS name, table_name AS table FROM information_schema.role_table_grants
       WHERE grantee = 'patravali_app' AND table_schema = 'public' AND privilege_type = 'DELETE'`,
    );
    const passing = ['file_sent', 'idempotency_key', 'pending_note', 'session', 'sign_in_failure'];
    expect(deletable.map(({ name }) => name).sort()).toEqual(passing);
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

/** Writes the first row again, with a change. */
function again(table: string, change: object): string {
  return `INSERT INTO ${table} SELECT (jsonb_populate_record(r, '${JSON.stringify(change)}')).* FROM ${table} r LIMIT 1`;
}

function final(table: string) {
  return {
    [`${table}_is_final`]: { table, statements: [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`] },
    [`${table}_is_not_truncated`]: { table, as: `${table}_is_final`, statements: [`TRUNCATE ${table} CASCADE`] },
  };
}

function sorted(all: readonly Named[]): string[] {
  return all.map(({ table, name }) => `${table}.${name}`).sort();
}
