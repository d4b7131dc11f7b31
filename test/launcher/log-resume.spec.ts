import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Sequencer } from '@patravali/ledger';
import { openObjectStore } from '@patravali/storage';
import { Pool } from 'pg';
import { poolDatabase } from '../../libs/platform/ledger/test/pool-database';
import { readLog, rootOver } from '../../libs/platform/ledger/test/read-log';
import { runFolder } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { useOwner } from '../support/database/owner';

const dataFolder = join(mkdtempSync(join(runFolder(), 'resumed-')), 'data');
const keyFile = join(dataFolder, 'log-key.pem');
const ORGANISATION = randomUUID();

describe('npm run office -- log resume', () => {
  let pool: Pool | undefined;
  // Before the database is dropped, which waits for whoever is connected.
  afterAll(() => pool?.end());
  const owner = useOwner();
  const store = openObjectStore({ dataFolder });
  const office = (language: string, ...words: string[]) =>
    officeCommand(dataFolder, words, { PATRAVALI_LANG: language, DATABASE_URL: owner().database.ownerUrl });

  beforeAll(async () => {
    pool = new Pool({ connectionString: owner().database.appUrl, max: 2 });
    await owner().client.query(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '');
       INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
         SELECT gen_random_uuid(), '${ORGANISATION}', 'file', gen_random_uuid(), 'file.opened', '{}' FROM generate_series(1, 10)`,
    );
    const sequencer = new Sequencer({
      database: poolDatabase(pool),
      store,
      origin: '127.0.0.1/log',
      keyFile,
      say: () => undefined,
    });
    while (await sequencer.round());
  });

  it('says how it is called, and that there is nothing to mend', async () => {
    for (const words of [[], ['rotate'], ['resume', 'now'], ['resume', '--reason', ' '], ['resume', '--yes']]) {
      const { code, output } = await office('en', 'log', ...words);
      expect([words, code, output]).toEqual([words, 1, expect.stringContaining('npm run office -- log resume')]);
    }
    const { code, output } = await office('en', 'log', 'resume');
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing prevents the log from continuing.')]);
  }, 240_000);

  it('says what an older database has lost, and goes on when it is given a reason', async () => {
    const root = rootOver((await readLog(store)).leaves.slice(0, 8)).toString('hex');
    await owner().client.query(
      `ALTER TABLE event DISABLE TRIGGER USER;
       ALTER TABLE log_entry DISABLE TRIGGER USER;
       DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= 8);
       DELETE FROM log_entry WHERE index >= 8;
       ALTER TABLE event ENABLE TRIGGER USER;
       ALTER TABLE log_entry ENABLE TRIGGER USER;
       UPDATE published_log SET size = 8, root = '\\x${root}'`,
    );
    const stands = await office('en', 'check');
    expect(stands.output).toContain(
      'The log has stopped: the store holds a checkpoint of more entries than this database has',
    );
    expect(stands.output).toContain('npm run office -- log resume says what would be given up');
    const told = await office('en', 'log', 'resume');
    expect(told.output).toContain('Lost: events among the entries 8 to 9.');
    expect(told.output).toContain('Events that are lost: 2,');
    expect(told.output).toContain('Nothing was changed. To continue in this way, give a reason');
    expect(told.code).toBe(1);
    const done = await office('hi', 'log', 'resume', '--reason', 'पुराना बैकअप\nलौटाया गया');
    expect([done.code, done.output]).toEqual([0, expect.stringContaining('लॉग पुनः चालू है।')]);
    const { code, output } = await office('en', 'check');
    expect(output).toContain('The events of the entries 8 to 9 are lost, as recorded in entry 10 of the log since ');
    expect(output).toContain('Reason: पुराना बैकअप लौटाया गया');
    expect(code).toBe(0);
  }, 240_000);

  it('goes on with a new key where the old one is lost, and says which', async () => {
    rmSync(keyFile);
    expect((await office('hi', 'log', 'resume')).output).toContain('log-key.pem में लॉग की कुंजी नहीं है। लॉग नई कुंजी से');
    const { code, output } = await office('en', 'log', 'resume', '--reason', 'The disk.');
    expect(output).toMatch(/The log continues\.\nThe new key of the log: 127\.0\.0\.1\/log\+[0-9a-f]{8}\+\S+\n/);
    expect(code).toBe(0);
    const checked = await office('hi', 'check');
    expect(checked.output).toContain('लॉग की कुंजी खो गई थी, और ');
    expect(checked.code).toBe(0);
  }, 240_000);
});
