import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { checkChains, countReading, logDatabase, type Reading, recordReadings } from '@patravali/ledger';
import { Client } from 'pg';
import { useOffice } from '../../../../../../test/support/office/office';
import { Sequencer, type SequencerOptions } from './sequencer';

const office = useOffice({ holds: 'section' });
const database = () => logDatabase(office().dataSource);
const record = () => recordReadings(database());
const count = (by: Actor, reading: Reading) => countReading(office().dataSource, by, reading);
const opened = (fileId: string): Reading => ({ item: { kind: 'file', id: fileId }, act: 'opened' });
const aFile = async () => (await office().newFile(office().at('ASO'))).fileId;

interface Recorded {
  readonly sequence: number;
  readonly user_id: string;
  readonly post_id: string;
  readonly capacity: string;
  readonly data: { readonly item: string; readonly readings: readonly { act: string; at: string; part?: string }[] };
}

const eventsOf = (id: string, kind = 'file') =>
  office().rows<Recorded>(
    `SELECT sequence, user_id, post_id, capacity, data FROM event
     WHERE subject_kind = 'readings' AND subject_id = readings_of($1, $2) AND related_id = $2 ORDER BY sequence`,
    [kind, id],
  );
const waiting = async () => (await office().rows('SELECT FROM item_reading WHERE NOT recorded')).length;
const chains = () =>
  checkChains({
    query: async <Row>(sql: string, values: readonly unknown[]) => await office().rows<Row>(sql, [...values]),
  });
const isOver = () => office().rows(`UPDATE item_reading SET at = at - INTERVAL '11 minutes'`);

afterEach(() => office().rows('DELETE FROM item_reading'));

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: office().config.databaseUrl });
  await client.connect();
  return client;
}

describe('a reading', () => {
  it('becomes an event within the chain of its own that the thing has, and leaves the chain of the file as it was', async () => {
    const fileId = await aFile();
    const so = office().at('SO');
    const before = await office().rows('SELECT sequence FROM event WHERE subject_id = $1', [fileId]);
    await count(so, opened(fileId));
    await count(so, { item: { kind: 'file', id: fileId }, act: 'printed', part: 'N/1' });
    expect(await record()).toBe(2);
    const [event, ...others] = await eventsOf(fileId);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ sequence: 1, user_id: so.userId, post_id: so.postId, capacity: so.capacity });
    expect(event?.data).toEqual({
      item: 'file',
      readings: [
        { act: 'opened', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string },
        { act: 'printed', at: expect.any(String) as string, part: 'N/1' },
      ],
    });
    expect(await office().rows('SELECT sequence FROM event WHERE subject_id = $1', [fileId])).toEqual(before);
    expect((await chains()).broken).toEqual([]);
  });

  it('is one with the same again within ten minutes, also after it was recorded; later it is another', async () => {
    const fileId = await aFile();
    const aso = office().at('ASO');
    await office().rows(`SELECT pg_sleep(date_part('epoch', CASE WHEN date_part('epoch', office_now())::int % 600 > 590
      THEN INTERVAL '11 seconds' ELSE INTERVAL '0' END))`);
    for (let again = 0; again < 5; again++) {
      await count(aso, opened(fileId));
      await record();
    }
    expect(await eventsOf(fileId)).toHaveLength(1);
    await isOver();
    await count(aso, opened(fileId));
    await record();
    expect((await eventsOf(fileId)).map(({ sequence }) => sequence)).toEqual([1, 2]);
    // What is over is gone: only what may still be repeated is kept beside the events.
    expect(await office().rows('SELECT FROM item_reading')).toHaveLength(1);
  });

  it('is another for another post, another thing of the same id, and another act', async () => {
    const fileId = await aFile();
    const so = office().at('SO');
    await count(so, opened(fileId));
    await count({ ...so, postId: office().at('US').postId }, opened(fileId));
    await count(so, { ...opened(fileId), item: { kind: 'receipt', id: fileId } });
    await count(so, { ...opened(fileId), act: 'bundled' });
    await count(await office().assistantOf(so), opened(fileId));
    expect(await record()).toBe(5);
    expect((await eventsOf(fileId)).map(({ capacity }) => capacity)).toEqual(['regular', 'regular', 'assistant']);
    expect(await eventsOf(fileId, 'receipt')).toHaveLength(1);
  });

  it('meets nobody: the file moves on while the reading is not committed, and twenty read at once', async () => {
    const fileId = await aFile();
    const reader = await connected();
    await reader.query('BEGIN');
    await countReading(reader, office().at('SO'), opened(fileId));
    await office().rows(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
       SELECT gen_random_uuid(), $1, 'file', $2, 'file.opened', '{}' FROM set_config('lock_timeout', '2s', false)`,
      [office().id, fileId],
    );
    await reader.query('COMMIT');
    await reader.end();
    const people = (['DS', 'US', 'SO', 'ASO', 'AUDIT'] as const).map((marking) => office().at(marking));
    const recording = { over: false };
    const recorders = [0, 1].map(async () => {
      while (!recording.over) await record();
    });
    await Promise.all(
      [1, 2, 3, 4].flatMap((part) =>
        people.map((by) => count(by, { item: { kind: 'file', id: fileId }, act: 'printed', part: `N/${part}` })),
      ),
    );
    recording.over = true;
    await Promise.all(recorders);
    while (await record());
    const events = await eventsOf(fileId);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const readings = events.flatMap(({ user_id: userId, data }) =>
      data.readings.map(({ part }) => `${userId} ${part}`),
    );
    expect(readings).toHaveLength(21);
    expect(new Set(readings).size).toBe(21);
    expect((await chains()).broken).toEqual([]);
  });

  it('is recorded once when whoever records it dies before the commit, and waits while another records', async () => {
    const fileId = await aFile();
    await count(office().at('SO'), opened(fileId));
    const dying = await connected();
    await dying.query('BEGIN');
    await dying.query('SELECT record_readings(100)');
    expect(await record()).toBe(0);
    await dying.query('ROLLBACK');
    await dying.end();
    expect(await waiting()).toBe(1);
    expect(await eventsOf(fileId)).toEqual([]);
    expect([await record(), await record()]).toEqual([1, 0]);
    expect(await eventsOf(fileId)).toHaveLength(1);
  });

  it('is recorded and in the log at the next look, and recorded also while the store is away', async () => {
    const [first, second] = [await aFile(), await aFile()];
    await count(office().at('SO'), opened(first));
    const sequencer = office().get(Sequencer);
    while (await sequencer.round());
    const logged = `SELECT FROM log_entry l JOIN event e ON e.id = l.event_id WHERE e.related_id = $1`;
    expect(await office().rows(logged, [first])).toHaveLength(1);
    await count(office().at('SO'), opened(second));
    const store = { readNamed: () => Promise.reject(new Error('away')) } as unknown as SequencerOptions['store'];
    const [origin, keyFile] = ['eoffice.example.in/log', join(office().config.dataFolder, 'log-key.pem')];
    const cutOff = new Sequencer({ database: database(), store, origin, keyFile, say: () => undefined });
    await expect(cutOff.round()).rejects.toThrow('away');
    expect(await eventsOf(second)).toHaveLength(1);
    expect(await office().rows(logged, [second])).toEqual([]);
  });

  it('can be left by the application, and neither changed nor removed nor dated by it', async () => {
    await count(office().at('SO'), opened(await aFile()));
    for (const act of [
      'UPDATE item_reading SET act = act',
      'UPDATE item_reading SET recorded = true',
      'DELETE FROM item_reading',
      'TRUNCATE item_reading',
      'INSERT INTO item_reading (at) SELECT now()',
    ])
      await expect(database().query(act)).rejects.toMatchObject({ code: '42501' });
  });
});
