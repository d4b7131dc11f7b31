import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { useOwner } from '../support/database/owner';

const dataFolder = join(mkdtempSync(join(runFolder(), 'checked-')), 'data');
const ORGANISATION = randomUUID();
const [CHANGED, LACKING, WHOLE] = [randomUUID(), randomUUID(), randomUUID()];

const owner = useOwner();

/** `npm run office -- check` in this language. */
const check = (language: string) =>
  officeCommand(dataFolder, ['check'], { PATRAVALI_LANG: language, DATABASE_URL: owner().database.ownerUrl });

describe('npm run office -- check, of the events', () => {
  beforeAll(async () => {
    await owner().client.query(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '');
       INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
         SELECT gen_random_uuid(), '${ORGANISATION}', kind, id::uuid, kind || '.corrected', '{}'
         FROM (VALUES ('file', '${CHANGED}'), ('receipt', '${LACKING}'), ('file', '${WHOLE}')) subject (kind, id), generate_series(1, 4)`,
    );
  });

  it('finds nothing where nothing was changed', async () => {
    const { code, output } = await check('en');
    expect(output).toContain('Events checked: 12. Chains: 3. Not as recorded: 0.');
    expect(output).toContain('Letters on files checked: 0. Not as recorded: 0.');
    expect(output).toContain('Approvals of drafts checked: 0. Not as recorded: 0.');
    expect(output).toContain('Entries of the log checked: 0. Events that are neither logged nor waiting to be: 0.');
    expect(code).toBe(0);
  }, 120_000);

  it('says in one sentence why the log stands, in both languages', async () => {
    const stands = async (size: number) => owner().client.query('UPDATE published_log SET size = $1', [size]);
    await stands(5);
    const [inEnglish, inHindi] = [await check('en'), await check('hi')];
    await stands(0);
    expect(inEnglish.output).toContain('The log has stopped: the store lacks the checkpoint that was published last');
    expect(inHindi.output).toContain('लॉग रुका है: भण्डार में अन्तिम प्रकाशित जाँच-बिन्दु नहीं है');
    expect([inEnglish.code, inHindi.code]).toEqual([1, 1]);
  }, 240_000);

  it('says that a witness has seen what is not there any more, and when it does not answer', async () => {
    const note = async (fault: string) => owner().client.query(`UPDATE published_log SET fault = ${fault}`);
    await note(`'older-than-witness'`);
    const { code, output } = await officeCommand(dataFolder, ['check'], {
      PATRAVALI_LANG: 'en',
      DATABASE_URL: owner().database.ownerUrl,
      PATRAVALI_WITNESS: 'http://127.0.0.1:1',
      PATRAVALI_WITNESS_KEY: `away.example+01234567+BA${'x'.repeat(42)}`,
    });
    await note('NULL');
    expect(output).toContain('The witness of the log (http://127.0.0.1:1) does not respond');
    expect(output).toContain(
      'The log has stopped: its witness has signed a checkpoint that database and store no longer hold',
    );
    expect(code).toBe(1);
  }, 120_000);

  it('gives the log a new key, which lies in the data folder', async () => {
    const { code, output } = await officeCommand(dataFolder, ['log-key', 'rotate'], {
      PATRAVALI_LANG: 'en',
      DATABASE_URL: owner().database.ownerUrl,
    });
    expect(output).toMatch(/The log has a new key, which the one before it signed: \S+\/log\+[0-9a-f]{8}\+\S+/);
    expect(code).toBe(0);
    const { rows } = await owner().client.query('SELECT number FROM log_key');
    expect(rows).toHaveLength(2);
    expect((await check('en')).output).toContain('Entries of the log checked: 1. ');
  }, 240_000);

  it('names the first event of each subject that somebody changed or took out, in both languages', async () => {
    await owner().client.query(
      `ALTER TABLE event DISABLE TRIGGER USER;
       UPDATE event SET at = at - INTERVAL '1 day' WHERE subject_id = '${CHANGED}' AND sequence IN (2, 4);
       DELETE FROM event WHERE subject_id = '${LACKING}' AND sequence = 3;
       ALTER TABLE event ENABLE TRIGGER USER`,
    );
    const { code, output } = await check('en');
    expect(output).toContain(`Changed: event 2 of file ${CHANGED} is not what was recorded.`);
    expect(output).toContain(`Missing: event 3 of receipt ${LACKING}.`);
    expect(output).not.toContain('event 4');
    expect(output).not.toContain(WHOLE);
    expect(output).toContain('Events checked: 11. Chains: 3. Not as recorded: 2.');
    expect(output).toContain('compare it with an earlier backup');
    expect(code).toBe(1);

    const inHindi = await check('hi');
    expect(inHindi.output).toContain(`बदली हुई: पत्रावली ${CHANGED} की घटना 2 वह नहीं है जो अभिलिखित हुई थी।`);
    expect(inHindi.output).toContain('अभिलिखित से भिन्न: 2।');
  }, 120_000);

  it('names each letter and each approved text that the events tell of and that is not there', async () => {
    const file = randomUUID();
    await owner().client.query(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, related_id, data, content_hash)
         SELECT gen_random_uuid(), '${ORGANISATION}', 'file', '${file}', name, '${randomUUID()}', data::jsonb, repeat('a', 64)
         FROM (VALUES ('correspondence.added', '{"serial": 3}'), ('draft.approved', '{"ordinal": 2, "draftVersion": 1}')) told (name, data)`,
    );
    const { code, output } = await check('en');
    expect(output).toContain(`Missing: letter 3 of file ${file}.`);
    expect(output).toContain(`Missing: the approved text of draft 2 of file ${file}.`);
    expect(output).toContain('Letters on files checked: 1. Not as recorded: 1.');
    expect(code).toBe(1);
  }, 120_000);
});
