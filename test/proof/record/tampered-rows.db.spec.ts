import { randomInt, randomUUID } from 'node:crypto';
import { SealOldRows } from '@patravali/audit';
import { checkChains, checkRows, type SealedTable } from '@patravali/ledger';
import { sealedTables } from '@patravali/schema';
import { Client, type DatabaseError } from 'pg';
import { lettersOfAFile } from '../../support/acts/every-act';
import { useApi } from '../../support/http/api';
import { appointClerks, openAFile } from '../../support/http/clerks';
import { type Doing, send } from '../../support/http/repetition';
import { runs } from '../../support/run/runs';
import { lifeOfAFile } from '../../support/tours/life-of-a-file';
import { plainActs } from '../../support/tours/plain-acts';
import { type Draw, type Expected, TAMPERINGS, type Types, type Victim } from '../../support/tampering/tamperings';

const AT_ONCE = 50;
const LIVES = 3;
const UNIQUE_VIOLATION = '23505';
const TAMPERED = runs(500);
const KINDS = Object.keys(TAMPERINGS);

/** An office in which everything was done once, without a constraint that would keep anybody from anything. */
describe('rows that somebody with all rights of the database lays hands on', () => {
  const tables = sealedTables();
  const api = useApi();
  let client: Client;
  const types = new Map<string, Types>();
  const names = new Map<string, string[]>();

  beforeAll(async () => {
    const { office } = api();
    const clerks = await appointClerks(api());
    const go: Doing = async (by, step) =>
      (await send(api(), by, step, randomUUID())).body as Readonly<Record<string, unknown>>;
    for (let time = 0; time < LIVES; time++) {
      const file = await openAFile(api(), clerks.clerk);
      for (const [who, step, otherBody] of lifeOfAFile(file, clerks)) await go(clerks[who], step, otherBody);
      await plainActs(file, clerks.officer, go);
    }
    const documentId = await office.newDocument(clerks.clerk);
    await lettersOfAFile(
      { file: await openAFile(api(), clerks.officer), documentId, headId: office.headId },
      clerks,
      go,
    );
    await office.get(SealOldRows).execute();
    client = new Client({ connectionString: office.config.databaseUrl });
    await client.connect();
    await dropConstraints(client);
    for (const table of tables) {
      types.set(table.name, await typesOf(client, table));
      names.set(table.name, await namesOf(client, table));
    }
  }, 240_000);
  afterAll(() => client.end());

  const reader = {
    query: async <Row>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as Row[],
  };
  const check = async () => ({
    chains: await checkChains(reader),
    rows: await checkRows(reader, tables, { isSealed: true }),
  });

  it('are clean before', async () => {
    await client.query('BEGIN');
    const { chains, rows } = await check();
    await client.query('ROLLBACK');
    console.log(
      rows.rows,
      'rows',
      chains.events,
      'events',
      [...names]
        .filter(([, of]) => of.length === 0)
        .map(([name]) => name)
        .join(' '),
    );
    expect({ broken: chains.broken, wrong: rows.wrong, lines: rows.wrongLines }).toEqual({
      broken: [],
      wrong: [],
      lines: [],
    });
  });

  it(`are all found and named: ${TAMPERED}, ${AT_ONCE} at a time`, async () => {
    const found = new Map<string, number>();
    const missed: string[] = [];
    for (let done = 0; done < TAMPERED;) {
      const taken = new Set<string>();
      await client.query('BEGIN');
      await client.query(allTriggersOff);
      const tampered: { kind: string; victim: Victim; expected: Expected }[] = [];
      while (tampered.length < AT_ONCE) {
        const victim = await drawVictim(taken);
        const kind = KINDS[draw(KINDS.length)] ?? '';
        await client.query('SAVEPOINT one');
        const expected = await lay(kind, victim);
        if (expected) tampered.push({ kind, victim, expected });
        else await client.query('ROLLBACK TO one');
      }
      const { chains, rows } = await check();
      const named = new Set([...rows.wrong.map(({ name }) => name)]);
      const events = new Set([...rows.wrongLines, ...chains.broken].map(({ subjectId }) => subjectId));
      for (const { kind, victim, expected } of tampered) {
        const subject = expected.eventOfLine === undefined ? null : await subjectOf(expected.eventOfLine);
        const isFound = expected.rows.every((name) => named.has(name)) && (subject === null || events.has(subject));
        if (isFound) found.set(kind, (found.get(kind) ?? 0) + 1);
        else missed.push(`${kind}: ${victim.name}`);
      }
      await client.query('ROLLBACK');
      done += tampered.length;
    }
    console.log(Object.fromEntries(found));
    expect(missed).toEqual([]);
  }, 1_200_000);

  /** @returns null when a row does not lend itself to it, or the key that it would get is taken. */
  async function lay(kind: string, victim: Victim): Promise<Expected | null> {
    try {
      return (
        (await TAMPERINGS[kind]?.(client, victim, types.get(victim.table.name) ?? new Map<string, string>(), draw)) ??
        null
      );
    } catch (error) {
      if ((error as DatabaseError).code === UNIQUE_VIOLATION) return null;
      throw error;
    }
  }

  /** Rows of small tables are drawn as often as those of large ones. */
  async function drawVictim(taken: Set<string>): Promise<Victim> {
    for (;;) {
      const table = tables[draw(tables.length)];
      const of = names.get(table?.name ?? '') ?? [];
      const name = of[draw(Math.max(of.length, 1))];
      if (table && name !== undefined && !taken.has(name)) {
        taken.add(name);
        return Promise.resolve({ table, name });
      }
    }
  }

  async function subjectOf(eventId: string): Promise<string> {
    const { rows } = await client.query<{ id: string }>('SELECT subject_id AS id FROM event WHERE id = $1', [eventId]);
    return rows[0]?.id ?? '';
  }
});

const draw: Draw = (limit) => randomInt(Math.max(limit, 1));

async function typesOf(client: Client, { name }: SealedTable): Promise<Types> {
  const { rows } = await client.query<{ column: string; type: string }>(
    `SELECT column_name AS column, udt_name AS type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [name],
  );
  return new Map(rows.map(({ column, type }) => [column, type]));
}

async function namesOf(client: Client, { name, key }: SealedTable): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT '${name} ' || concat_ws(' ', ${key.map((column) => `"${column}"`).join(', ')}) AS name FROM "${name}" ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

async function dropConstraints(client: Client): Promise<void> {
  const { rows } = await client.query<{ sql: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', conrelid::regclass, conname) AS sql
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
      AND contype IN ('c', 'f', 'u')`);
  for (const { sql } of rows) await client.query(sql);
  await client.query('ALTER TABLE sealed_row ALTER place SET GENERATED BY DEFAULT');
}

const allTriggersOff = `
  SET LOCAL TimeZone = 'UTC';
  DO $$ DECLARE each regclass; BEGIN
    FOR each IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', each);
    END LOOP;
  END $$`;
