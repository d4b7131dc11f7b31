import { CommittedChanges, MakeNotices } from '@patravali/notices';
import type { EntityManager } from 'typeorm';
import { useApplicationClient } from '../support/database/application-client';
import { useOffice } from '../support/office/office';
import { tablesReadBy } from '../support/database/plan-of';

const EVENTS = 50_000;

/** Asked several times a second by every process of the server, day and night. */
describe('what looks for new events in an office that has fifty thousand', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    // A month old, as their ids say; the table is filled by its owner, past its triggers.
    await office().rows(`
      ALTER TABLE event DISABLE TRIGGER USER;
      INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, user_id, post_id, capacity, encoding, previous_hash, hash)
        SELECT (lpad(to_hex(((extract(epoch FROM now()) - 2592000) * 1000)::bigint + i), 12, '0') || '7000' || lpad(to_hex(i), 16, '8'))::uuid,
          t.organisation_id, 'user', t.user_id, i, 'user.changed', '{}', t.user_id, t.post_id, 'regular',
          1, sha256(''), sha256('')
        FROM (SELECT * FROM tenure LIMIT 1) t, generate_series(1, ${EVENTS}) i;
      ALTER TABLE event ENABLE TRIGGER USER`);
    await office().rows('VACUUM (ANALYZE) event');
    await connect(office().config.databaseUrl);
  }, 120_000);

  /** What each statement that this does read of the events. */
  const eventsReadBy = async (work: (manager: EntityManager) => Promise<unknown>) => {
    const reads: { scanned: boolean; few: boolean }[] = [];
    const manager = {
      query: async (sql: string, values: unknown[] = []) => {
        const read = sql.includes(' event e') && (await tablesReadBy(client(), sql, values)).get('event');
        if (read) reads.push({ scanned: read.scanned, few: read.rows < 50 });
        return await office().manager.query<object[]>(sql, values);
      },
      transaction: (within: (manager: unknown) => Promise<unknown>) => within(manager),
    };
    await work(manager as never);
    return reads;
  };
  const lookForNotices = (manager: EntityManager) =>
    new MakeNotices(manager, undefined as never, { mail: { kind: 'none' } } as never).execute();
  const onlyTheLatest = { scanned: false, few: true };

  it('makes notices of the latest along the primary key', async () => {
    await office().rows('UPDATE notice_place SET snapshot = pg_current_snapshot()::text, at = clock_timestamp()');
    expect(await eventsReadBy(lookForNotices)).toEqual([onlyTheLatest]);
    await office().newFile(office().at('ASO'));
    expect(await eventsReadBy(lookForNotices)).toEqual([onlyTheLatest, onlyTheLatest, onlyTheLatest]);
  });

  it('tells the pages of the latest along the primary key', async () => {
    const changes = (manager: EntityManager) => new CommittedChanges(manager);
    const place = await changes(office().manager).here();
    await office().newFile(office().at('ASO'));
    expect(await eventsReadBy((manager) => changes(manager).since(place))).toEqual([onlyTheLatest]);
  });
});
