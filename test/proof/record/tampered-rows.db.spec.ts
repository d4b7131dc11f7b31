import { randomInt, randomUUID } from 'node:crypto';
import { SealOldRows } from '@patravali/audit';
import { AS_SEALED, checkChains, checkLog, checkRows, type SealedTable, Sequencer } from '@patravali/ledger';
import { sealedTables } from '@patravali/schema';
import { hashOfRow, nameOfRow, quickHashOfRow } from '../../../libs/platform/ledger/src/rows/sealed-tables';
import { OBJECT_STORE } from '@patravali/storage';
import { Client, type DatabaseError } from 'pg';
import { lettersOfAFile } from '../../support/acts/every-act';
import { reportReturned } from '../../support/papers/reported-mail';
import { useApi } from '../../support/http/api';
import { appointClerks, openAFile } from '../../support/http/clerks';
import { type Doing, send } from '../../support/http/repetition';
import { aForm, BOUNDARY, PIXEL, png } from '../../support/pictures/pictures';
import { runs } from '../../support/run/runs';
import { lifeOfAFile } from '../../support/tours/life-of-a-file';
import { plainActs } from '../../support/tours/plain-acts';
import { type Draw, type Expected, TAMPERINGS, type Types, type Victim } from '../../support/tampering/tamperings';

const AT_ONCE = 50;
/** So few that large tables are looked at in many stretches. */
const ROWS_AT_ONCE = 20;
const LIVES = 3;
const UNIQUE_VIOLATION = '23505';
const TAMPERED = runs(500);
const KINDS = Object.keys(TAMPERINGS);
const FOR_THE_LOG = 'a row, its line and its event changed, the event with its hash';
const NEVER_WRITTEN_HERE = ['file_link', 'letter_enclosure', 'receipt_enclosure'];

/** An office in which everything was done once, without a constraint that would keep anybody from anything. */
describe('rows that somebody with all rights of the database lays hands on', () => {
  const tables = sealedTables();
  // Before the hooks of the office: it leaves its database.
  afterAll(() => client.end());
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
    const uploaded = await api().as(clerks.clerk, 'post', '/documents/pictures?fileName=letter.pdf', {
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      raw: aForm(['1.jpg', PIXEL], ['2.png', png(300, 400)]),
    });
    expect(uploaded.status).toBe(201);
    const file = await openAFile(api(), clerks.officer);
    const reported = (dispatchId: string) => reportReturned(office, dispatchId);
    await lettersOfAFile({ office, file, documentId, headId: office.headId, reported }, clerks, go);
    await office.get(SealOldRows).execute();
    const sequencer = office.get(Sequencer);
    while (await sequencer.round());
    client = new Client({ connectionString: office.config.databaseUrl });
    await client.connect();
    await dropConstraints(client);
    for (const table of tables) {
      types.set(table.name, await typesOf(client, table));
      names.set(table.name, await namesOf(client, table));
    }
  }, 240_000);

  const reader = {
    query: async <Row>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as Row[],
  };
  const check = async () => {
    await client.query(AS_SEALED);
    const chains = await checkChains(reader);
    const rows = await checkRows(reader, tables, { isSealed: true, atOnce: ROWS_AT_ONCE });
    const log = await checkLog(reader, api().office.get(OBJECT_STORE));
    return { chains, rows, log };
  };
  type Found = Awaited<ReturnType<typeof check>>;

  it('are clean before, with at least one row in all but a few tables', async () => {
    await client.query('BEGIN');
    const { chains, rows, log } = await check();
    await client.query('ROLLBACK');
    expect({ broken: chains.broken, wrong: rows.wrong, lines: rows.wrongLines, log: log.fault }).toEqual({
      broken: [],
      wrong: [],
      lines: [],
      log: null,
    });
    expect(log).toMatchObject({ entries: chains.events, unlogged: 0 });
    const empty = tables.filter(({ name }) => names.get(name)?.length === 0).map(({ name }) => name);
    expect(empty.sort()).toEqual(NEVER_WRITTEN_HERE);
  });

  it('have the hash of what is sealed, put together quickly too', async () => {
    await client.query(AS_SEALED.replaceAll('SET LOCAL', 'SET'));
    const unlike: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT ${nameOfRow(table)} AS name FROM "${table.name}" t WHERE ${quickHashOfRow(table)} IS DISTINCT FROM ${hashOfRow(table)}`,
      );
      unlike.push(...rows.map(({ name }) => name));
    }
    expect(unlike).toEqual([]);
  });

  it(`are all found and named: ${TAMPERED}, ${AT_ONCE} at a time`, async () => {
    const found = new Map<string, number>();
    const missed: string[] = [];
    for (let done = 0; done < TAMPERED; done += AT_ONCE) {
      await client.query('BEGIN');
      await client.query(allTriggersOff);
      const tampered = await tamperWithSome();
      const report = await check();
      for (const each of tampered) {
        if (await isIn(report, each.expected)) found.set(each.kind, (found.get(each.kind) ?? 0) + 1);
        else missed.push(`${each.kind}: ${each.victim.name}`);
      }
      await client.query('ROLLBACK');
    }
    console.log(Object.fromEntries(found));
    expect(missed).toEqual([]);
  }, 1_200_000);

  /** Different rows, and lines of different events. Of those that only the log knows, one: it is named alone. */
  async function tamperWithSome() {
    const [rows, events] = [new Set<string>(), new Set<string>()];
    const tampered: { kind: string; victim: Victim; expected: Expected }[] = [];
    while (tampered.length < AT_ONCE) {
      const victim = drawVictim(rows);
      const kind = KINDS[draw(KINDS.length)] ?? '';
      if (kind === FOR_THE_LOG && tampered.some((other) => other.kind === FOR_THE_LOG)) continue;
      await client.query('SAVEPOINT one');
      const expected = await lay(kind, victim);
      const eventOfLine = expected?.eventOfLine ?? '';
      // One would undo the other.
      const touched = [...(expected?.rows ?? []), ...(expected?.others ?? [])];
      const others = touched.filter((name) => name !== victim.name);
      if (!expected || events.has(eventOfLine) || others.some((name) => rows.has(name))) {
        await client.query('ROLLBACK TO one');
        continue;
      }
      if (eventOfLine) events.add(eventOfLine);
      for (const name of others) rows.add(name);
      tampered.push({ kind, victim, expected });
    }
    return tampered;
  }

  async function isIn({ chains, rows, log }: Found, { rows: expectedRows, eventOfLine }: Expected): Promise<boolean> {
    if (!expectedRows.every((name) => rows.wrong.some((wrong) => wrong.name === name))) return false;
    if (eventOfLine === undefined) return true;
    const { subjectId, sequence, index } = await placeOf(eventOfLine);
    const isThere = (place: { subjectId: string; sequence: number }) =>
      place.subjectId === subjectId && place.sequence === sequence;
    // A chain is named by the first of its events that is wrong: this one, the one that follows it, or one before it.
    const isBroken = chains.broken.some((event) => event.subjectId === subjectId && event.sequence <= sequence + 1);
    return rows.wrongLines.some(isThere) || isBroken || (log.fault === 'changed-event' && log.place === String(index));
  }

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
  function drawVictim(taken: Set<string>): Victim {
    for (;;) {
      const table = tables[draw(tables.length)];
      const of = names.get(table?.name ?? '') ?? [];
      const name = of[draw(of.length)];
      if (table && name !== undefined && !taken.has(name)) {
        taken.add(name);
        return { table, name };
      }
    }
  }

  async function placeOf(eventId: string) {
    const [place] = await reader.query<{ subjectId: string; sequence: number; index: number }>(
      `SELECT e.subject_id AS "subjectId", e.sequence, l.index::integer AS index
       FROM event e LEFT JOIN log_entry l ON l.event_id = e.id WHERE e.id = $1`,
      [eventId],
    );
    if (!place) throw new Error(`There is no event ${eventId}`);
    return place;
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
}

const allTriggersOff = `
  SET LOCAL TimeZone = 'UTC';
  DO $$ DECLARE each regclass; BEGIN
    FOR each IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
      EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', each);
    END LOOP;
  END $$`;
