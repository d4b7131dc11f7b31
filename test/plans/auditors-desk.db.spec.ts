import { ListAuditedFiles, SearchEvents } from '@patravali/audit';
import type { Actor } from '@patravali/authorization';
import { ListAuditedFiles as FilesAsked, SearchEvents as EventsAsked } from '@patravali/contract';
import { type RowType, select } from '@patravali/database';
import { checkSubjects } from '@patravali/ledger';
import { useApplicationClient } from '../support/database/application-client';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import { type TableRead, tablesReadBy } from '../support/database/plan-of';

const FILES = 20_000;
const EVENTS_OF_EACH = 10;
const PAGE = 50;
/** A few pages: what is hidden or does not match stands in between. */
const READ_AT_MOST = 8 * PAGE;

describe('what an auditor looks through in a large office', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  let ofSection: Actor;
  beforeAll(async () => {
    await writeManyFiles(office(), FILES);
    await office().rows(
      `ALTER TABLE event DISABLE TRIGGER USER;
       INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, user_id, post_id, capacity, at, encoding,
           previous_hash, hash)
         SELECT gen_random_uuid(), f.organisation_id, 'file', f.id, i,
           CASE WHEN i = 1 THEN 'file.created' WHEN f.computer_number % 5000 = 0 AND i = 5 THEN 'file.regraded' ELSE 'file.opened' END,
           '{}', t.user_id, t.post_id, 'regular', f.created_at + i * INTERVAL '7 hours', 1, sha256(''), sha256('')
         FROM office_file f CROSS JOIN generate_series(1, ${EVENTS_OF_EACH}) i
         JOIN (SELECT t.*, row_number() OVER (ORDER BY p.marking) - 1 AS place FROM tenure t JOIN post p ON p.id = t.post_id) t
           ON t.place = CASE WHEN f.computer_number % 10000 = 0 THEN 3 ELSE f.computer_number % 3 END;
       ALTER TABLE event ENABLE TRIGGER USER`,
    );
    await office().rows('VACUUM (ANALYZE) event');
    ofSection = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    await connect(office().config.databaseUrl);
  }, 240_000);

  /** Whatever reads more than it should, while that is done. */
  const readings = async (
    work: (manager: { query: (sql: string, values?: unknown[]) => Promise<object[]> }) => Promise<unknown>,
  ) => {
    const reads: string[] = [];
    const tooMuch = ([table, { rows, scanned }]: [string, TableRead]) =>
      ['event', 'office_file', 'file_custody', 'file_search', 'receipt'].includes(table) &&
      (rows > READ_AT_MOST || (scanned && table !== 'receipt'));
    await work({
      query: async (sql, values = []) => {
        // Who and what is meant is looked up by itself, where nothing stands for what was not asked.
        const read = values.includes(null) ? [] : [...(await tablesReadBy(client(), sql, values))];
        reads.push(
          ...read
            .filter(tooMuch)
            .map(([table, { rows, scanned }]) => `${String(rows)} of ${table}${scanned ? ', scanned' : ''}`),
        );
        return await office().manager.query<object[]>(sql, values);
      },
    });
    return reads;
  };

  const dayOf = async (computerNumber: number) =>
    (
      await office().rows<{ day: string }>(
        `SELECT ((created_at AT TIME ZONE 'Asia/Kolkata')::date)::text AS day FROM office_file WHERE computer_number >= $1 ORDER BY 1 LIMIT 1`,
        [computerNumber],
      )
    )[0]?.day ?? '';

  it('is read along an index: his files, by unit, series and state', async () => {
    const { unitId } = office();
    for (const query of [
      {},
      { unitId },
      { headId: office().headId },
      { state: 'closed' },
      { unitId, state: 'on_desk' },
    ] as const) {
      const asked = FilesAsked.parse({ ...query, limit: PAGE });
      expect([
        query,
        await readings((manager) => new ListAuditedFiles(manager as never).execute(ofSection, asked)),
      ]).toEqual([query, []]);
    }
  });

  it('is read along an index: events, by nothing, person, post, name, days and number', async () => {
    const [rare] = await office().rows<{ user_id: string; post_id: string; name: string }>(
      `SELECT e.user_id, e.post_id, person.name_en AS name FROM event e JOIN office_user person ON person.id = e.user_id
       JOIN office_file f ON f.id = e.subject_id WHERE f.computer_number % 10000 = 0 LIMIT 1`,
    );
    const [file] = await office().rows<{ number: string }>(
      'SELECT number FROM office_file WHERE computer_number = 5000',
    );
    const day = await dayOf(FILES);
    for (const query of [
      {},
      { person: rare?.name },
      { postId: rare?.post_id },
      { name: 'file.opened' },
      { name: 'file.regraded' },
      { from: day, to: day },
      { number: file?.number },
      { number: '5000' },
    ]) {
      const asked = EventsAsked.parse({ ...query, limit: PAGE });
      const reads = await readings(async (manager) => {
        const tx = {
          ...manager,
          select: (row: RowType, sql: string, values: unknown[]) => select(manager as never, row, sql, values),
          lock: () => Promise.resolve({}),
          record: () => Promise.resolve(),
        };
        const transactions = { run: (_: unknown, work: (tx: unknown) => Promise<unknown>) => work(tx) };
        const { items } = await new SearchEvents(transactions as never).execute(ofSection, asked);
        expect(items.length).toBeGreaterThan(0);
      });
      expect([query, reads]).toEqual([query, []]);
    }
  });

  it('is read along an index: what was recorded of one file, where it is verified', async () => {
    const [file] = await office().rows<{ id: string }>('SELECT id FROM office_file WHERE computer_number = 5000');
    const subjects = { organisationId: office().id, subjectIds: [file?.id ?? ''] };
    const nothing = () => Promise.resolve(null);
    const store = { readNamed: nothing, writeNamed: nothing, removeNamed: nothing };
    const reads = await readings(async (manager) => {
      expect(await checkSubjects(manager as never, store as never, subjects)).toMatchObject({ events: EVENTS_OF_EACH });
    });
    expect(reads).toEqual([]);
  });
});
