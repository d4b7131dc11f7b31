import { randomUUID } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLog } from '@patravali/ledger';
import { v7 as uuidv7 } from 'uuid';
import { readLog, rootOver } from '../../../test/read-log';
import { INSERT, useLog } from '../../../test/use-log';
import { type Sequencer, stateOfLog } from './sequencer';

const { folder, keyFile, store, database, sql, candidate, write, tamper, untilAllIsLogged, checkpointText } = useLog();

describe('the sequencer stands, and signs nothing,', () => {
  let sequencer: Sequencer;
  beforeEach(async () => {
    sequencer = candidate();
    await write(randomUUID(), 300);
    await untilAllIsLogged(sequencer);
  });

  async function standsFor(fault: string, by = candidate()): Promise<void> {
    const note = await checkpointText();
    await write();
    await expect(by.round()).rejects.toMatchObject({ fault });
    expect(await stateOfLog(database())).toMatchObject({ fault });
    expect(await checkpointText()).toBe(note);
  }

  it('when the database is an older one, whatever has been written in it since', async () => {
    await write(randomUUID(), 5);
    await untilAllIsLogged(sequencer);
    const root = rootOver((await readLog(store())).leaves.slice(0, 300)).toString('hex');
    await tamper(
      'DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= 300)',
      'DELETE FROM log_entry WHERE index >= 300',
      `UPDATE published_log SET size = 300, root = '\\x${root}'`,
    );
    await standsFor('older-database', sequencer);
    await write(randomUUID(), 20);
    await standsFor('older-database');
    expect(await sql('SELECT FROM log_entry')).toHaveLength(300);
  });

  it('when the store is an older one, until it is the present one again', async () => {
    const [then, now] = [`${folder()}-then`, `${folder()}-now`];
    await cp(join(folder(), 'log'), then, { recursive: true });
    await write();
    await untilAllIsLogged(sequencer);
    await cp(join(folder(), 'log'), now, { recursive: true });
    for (const [of, fault] of [[then, 'older-store'] as const, [now, null] as const]) {
      await rm(join(folder(), 'log'), { recursive: true });
      await cp(of, join(folder(), 'log'), { recursive: true });
      if (fault) await standsFor(fault, sequencer);
      else await untilAllIsLogged(sequencer);
      await rm(of, { recursive: true });
    }
    expect(await stateOfLog(database())).toMatchObject({ size: 302, fault: null });
    await readLog(store());
  });

  it('when the log is gone from the store', async () => {
    const log = join(folder(), 'log');
    const note = await checkpointText();
    await rm(log, { recursive: true });
    await store().writeNamed('log/keys', Buffer.from(''));
    await write();
    await expect(candidate().round()).rejects.toMatchObject({ fault: 'older-store' });
    await store().writeNamed('log/checkpoint', Buffer.from(note));
    await standsFor('damaged-tiles');
  });

  it('when a tile of the right edge was changed', async () => {
    const [name] = ['log/tile/0/001.p/44'];
    const tile = Buffer.from((await store().readNamed(name)) ?? []);
    tile[40] = (tile[40] ?? 0) ^ 1;
    await store().writeNamed(name, tile);
    await standsFor('damaged-tiles');
  });

  it('when an event of the last bundle is not what was logged', async () => {
    await tamper(`UPDATE event SET hash = sha256('') WHERE id = (SELECT event_id FROM log_entry WHERE index = 290)`);
    await standsFor('changed-event');
  });

  it('when another key has signed the checkpoint, or it is of other entries', async () => {
    const note = await checkpointText();
    await store().writeNamed('log/checkpoint', Buffer.from(note.replace('\n300\n', '\n299\n')));
    await standsFor('other-log');
    await store().writeNamed('log/checkpoint', Buffer.from(note));
    await untilAllIsLogged(candidate());
    const root = rootOver((await readLog(store())).leaves.slice(0, 300)).toString('hex');
    await write();
    await tamper(
      'DELETE FROM log_entry WHERE index = 300',
      `UPDATE published_log SET size = 300, root = '\\x${root}'`,
      'SELECT log_events(1)',
    );
    await standsFor('other-log');
  });

  it('when the file does not hold the key of the log', async () => {
    const pem = await readFile(keyFile());
    await rm(keyFile());
    const keyless = candidate();
    await write();
    await expect(keyless.round()).rejects.toMatchObject({ fault: 'no-key' });
    expect(await stateOfLog(database())).toMatchObject({ fault: null });
    await standsFor('no-key', keyless);
    await writeFile(keyFile(), pem);
    await untilAllIsLogged(candidate());
    expect(await stateOfLog(database())).toMatchObject({ size: 302, fault: null });
  });
});

describe('the check of the log', () => {
  const report = () => checkLog(database(), store());
  beforeEach(async () => {
    await write(randomUUID(), 300);
    await untilAllIsLogged(candidate());
  });

  it('finds nothing in a log that is right, also while it grows', async () => {
    await write();
    expect(await report()).toEqual({
      entries: 300,
      unlogged: 0,
      firstUnlogged: null,
      reached: null,
      fault: null,
      place: '',
      event: null,
      breaks: [],
      witnessOf: null,
    });
    const sequencer = candidate();
    await sequencer.rotateKey();
    for (let round = 0; round < 5; round++) {
      await Promise.all([write(randomUUID(), 60), sequencer.round()]);
      const [{ unlogged, fault }] = await Promise.all([report(), sequencer.round()]);
      expect([unlogged, fault]).toEqual([0, null]);
    }
  });

  it('names the first entry and the first tile that is wrong', async () => {
    for (const name of ['log/tile/0/000', 'log/tile/0/001.p/44', 'log/tile/1/000.p/1', 'log/tile/entries/000']) {
      const bytes = (await store().readNamed(name)) ?? Buffer.alloc(0);
      const changed = Buffer.from(bytes);
      changed[30] = (changed[30] ?? 0) ^ 4;
      await store().writeNamed(name, changed);
      expect(await report()).toMatchObject({ fault: 'damaged-tiles', place: name });
      await store().writeNamed(name, bytes);
    }
    await tamper(`UPDATE event SET hash = sha256('') WHERE id = (SELECT event_id FROM log_entry WHERE index = 7)`);
    expect(await report()).toMatchObject({ fault: 'changed-event', place: '7' });
  });

  it('holds what strangers are told of the log against its entries', async () => {
    await candidate().rotateKey();
    expect(String(await store().readNamed('log/changes'))).toMatch(
      /^index 300\npatravali key 1\nkey \S+\nfrom \S+\nsignature \S+\n\n$/,
    );
    expect(await report()).toMatchObject({ fault: null, entries: 301 });
    for (const damage of [
      () => store().writeNamed('log/changes', Buffer.from('index 300\n')),
      () => rm(join(folder(), 'log', 'changes')),
    ]) {
      await damage();
      expect(await report()).toMatchObject({ fault: 'damaged-tiles', place: 'log/changes' });
      expect(await candidate().resume(null)).toMatchObject({ areTilesDamaged: true, isDone: true });
      expect(await report()).toMatchObject({ fault: null, entries: 301 });
    }
  });

  it('finds events that are not logged, entries that are gone, and what was computed anew with all rights of the database', async () => {
    await tamper(`ALTER TABLE event ALTER encoding SET DEFAULT 1, ALTER previous_hash SET DEFAULT sha256(''),
      ALTER hash SET DEFAULT sha256('')`);
    await sql('ALTER TABLE event DISABLE TRIGGER USER');
    await sql(INSERT.replace('name,', 'sequence, name,').replace("'file.opened'", "1, 'file.opened'"), [
      uuidv7(),
      randomUUID(),
    ]);
    await sql('ALTER TABLE event ENABLE TRIGGER USER');
    await tamper(
      'ALTER TABLE event ALTER encoding DROP DEFAULT, ALTER previous_hash DROP DEFAULT, ALTER hash DROP DEFAULT',
    );
    expect(await report()).toMatchObject({ fault: null, unlogged: 1, firstUnlogged: { sequence: 1 } });
    await tamper(
      `UPDATE event SET hash = sha256('x') WHERE id = (SELECT event_id FROM log_entry WHERE index = 9)`,
      `UPDATE log_entry l SET leaf_hash = sha256(decode('00', 'hex') || convert_to(log_entry_text(e), 'UTF8'))
         FROM event e WHERE e.id = l.event_id AND l.index = 9`,
    );
    expect(await report()).toMatchObject({ fault: 'changed-event', place: '9' });
    await tamper('DELETE FROM log_entry WHERE index = 5');
    expect(await report()).toMatchObject({ fault: 'changed-event', place: '5' });
  });
});
