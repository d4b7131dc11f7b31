import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { readLog } from '../../../test/read-log';
import { useLog } from '../../../test/use-log';
import { LogStands } from '../keeping/log-fault';
import { logEvents, takeLog } from '../keeping/log-rows';
import { checkCopy } from './check-copy';
import { copyLog } from './copy-log';
import { holdLog, type LogMoment, momentOfLog } from './log-moment';
import { type RowReader, rowsOfLog } from './rows-of-log';

describe('a copy of the log', () => {
  const { pool, store, database, sql, candidate, write, untilAllIsLogged } = useLog();
  let [folder, copy]: [string, ObjectStore | undefined] = ['', undefined];
  const copied = (): ObjectStore => copy ?? openObjectStore({ dataFolder: folder });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-copy-'));
    copy = openObjectStore({ dataFolder: folder });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** As a backup reads them. */
  const read: RowReader = async function* (table, columns) {
    const rows = await sql(`SELECT ${columns.map((name) => `${name}::text`).join(', ')} FROM ${table}`);
    for (const row of rows) yield columns.map((name) => row[name] as string | null);
  };
  const rows = () => rowsOfLog(read, new Date());
  const moment = async (): Promise<LogMoment> => {
    const found = await momentOfLog(database(), store());
    if (!found) throw new Error('nothing was published');
    return found;
  };

  it('is that of its moment, also when the log has grown meanwhile', async () => {
    await write(undefined, 250);
    await untilAllIsLogged(candidate());
    const [then, rowsThen] = [await moment(), await rows()];
    await write(undefined, 60);
    await untilAllIsLogged(candidate());
    await copyLog(then, store(), copied());
    expect(await checkCopy(copied(), rowsThen)).toBe(250);
    expect((await readLog(copied())).entries).toEqual((await readLog(store())).entries.slice(0, 250));
    await expect(checkCopy(copied(), await rows())).rejects.toMatchObject({ misfit: 'behind' });
  });

  it('has what the log says of itself, and the keys that have signed it', async () => {
    await write(undefined, 3);
    await untilAllIsLogged(candidate());
    await candidate().rotateKey();
    await write(undefined, 2);
    await untilAllIsLogged(candidate());
    await copyLog(await moment(), store(), copied());
    expect(await checkCopy(copied(), await rows())).toBe(6);
    await copied().writeNamed('log/changes', Buffer.from('none'));
    await expect(checkCopy(copied(), await rows())).rejects.toMatchObject({ misfit: 'damaged' });
  });

  it('goes on where whoever published had died before the database knew of it', async () => {
    await write(undefined, 3);
    await untilAllIsLogged(candidate());
    const before = await sql('SELECT size, root FROM published_log');
    await write(undefined, 4);
    await untilAllIsLogged(candidate());
    await sql(
      `UPDATE published_log SET size = 3, root = '\\x${(before[0]?.root as Buffer | undefined)?.toString('hex') ?? ''}'`,
    );
    const files = await copyLog(await moment(), store(), copied());
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['log/tile/0/000.p/3', 'log/tile/0/000.p/7']));
    expect(await checkCopy(copied(), await rows())).toBe(7);
    await write(undefined, 1);
    await untilAllIsLogged(candidate({ store: copied() }));
    expect((await readLog(copied())).entries).toHaveLength(8);
  });

  it('is taken while nobody publishes, whom it waits for', async () => {
    await write(undefined, 3);
    await untilAllIsLogged(candidate());
    const [publisher, holder] = [await pool().connect(), await pool().connect()];
    try {
      await publisher.query('BEGIN');
      await publisher.query('SELECT FROM published_log FOR UPDATE');
      await holder.query('BEGIN');
      const statements = { query: async <Row>(text: string) => (await holder.query(text)).rows as Row[] };
      const order: string[] = [];
      const held = holdLog(statements).then(() => order.push('held'));
      await publisher.query(`UPDATE published_log SET fault = NULL`);
      order.push('published');
      await publisher.query('COMMIT');
      await held;
      expect(order).toEqual(['published', 'held']);
      // Events that come now wait, and nobody waits for them.
      await write(undefined, 1);
      expect(await database().transaction((tx) => takeLog(tx))).toBeNull();
      await holder.query('COMMIT');
      expect(await database().transaction((tx) => logEvents(tx, 10))).toBe(1);
    } finally {
      publisher.release();
      holder.release();
    }
  });

  it('is none of a log that has not begun, and none where database and store do not agree', async () => {
    expect(await momentOfLog(database(), store())).toBeNull();
    await write(undefined, 3);
    await untilAllIsLogged(candidate());
    await expect(momentOfLog(database(), copied())).rejects.toThrow(new LogStands('older-store'));
    const then = await moment();
    await store().removeNamed('log/tile/entries');
    await expect(copyLog(then, store(), copied())).rejects.toThrow(
      new LogStands('damaged-tiles', 'log/tile/entries/000.p/3'),
    );
    expect(await copied().readNamed('log/checkpoint')).toBeNull();
  });
});
