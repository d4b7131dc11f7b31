import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile } from '@patravali/movement';
import { checkRecordHere } from '../../../../../test/support/tampering/check-record-here';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { NightlyCheck } from './nightly-check';

const office = useOffice({ holds: 'section' });
checkRecordHere(office);

describe('the record, checked from the last good place on', () => {
  let [oldFile, fileId] = ['', ''];
  const publish = async () => {
    while (await office().get(Sequencer).round());
  };
  const check = async (whole = false) => {
    const found = await office().get(NightlyCheck).execute({ whole });
    await publish();
    return found;
  };
  const forward = (file: string, by: Marking, to: Marking) =>
    office()
      .get(ForwardFile)
      .execute(office().at(by), file, { toPostId: office().at(to).postId, ...WORDS });
  const count = async (sql: string) => {
    const [row] = await office().rows<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`);
    return row?.count;
  };
  /** As somebody would who may do everything. */
  const tamper = (table: string, sql: string) =>
    office().rows(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const changeNote = (file: string, decision: string) =>
    tamper('note', `UPDATE note SET decision = ${decision} WHERE file_id = '${file}'`);

  beforeAll(async () => {
    ({ fileId: oldFile } = await office().newFile(office().at('ASO')));
    ({ fileId } = await office().newFile(office().at('ASO')));
    await forward(oldFile, 'ASO', 'SO');
    await forward(fileId, 'ASO', 'SO');
    await publish();
  });

  it('is looked at whole when there was no check before, and again after a week', async () => {
    const be = (behind: string) =>
      tamper(
        'office_clock',
        `INSERT INTO office_clock (behind) VALUES ('${behind}') ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind`,
      );
    await be('6 days 13 hours');
    expect(await check()).toMatchObject({ whole: true, since: null, wrong: null });
    expect(await check()).toMatchObject({ whole: false, since: expect.stringMatching(/Z$/) as string, wrong: null });
    await be('0');
    expect(await check()).toMatchObject({ whole: true, since: null, wrong: null });
  });

  it('is looked at where it has grown: the subjects with new events whole, of the log what came since', async () => {
    await forward(fileId, 'SO', 'ASO');
    const ofGrown = `event WHERE subject_id IN ('${fileId}', '${office().id}')`;
    const [events, before] = [await count(ofGrown), await count('log_entry')];
    const found = await check();
    expect(found).toMatchObject({ whole: false, events, parts: { notes: 2 }, wrong: null });
    expect(found.since).toMatch(/Z$/);
    // What waits yet is looked at in its chain, and in the log the next time.
    expect(found.reached?.entries).toBe(before);
    const next = await check();
    expect(next).toMatchObject({ whole: false, parts: { notes: 2 }, entries: expect.any(Number) as number });
    expect(next.reached?.entries).toBeGreaterThan(before ?? 0);
  });

  it('is found wrong in what has grown, is then checked whole until it is right, and goes on from there', async () => {
    await forward(fileId, 'ASO', 'SO');
    await changeNote(fileId, `'approved'`);
    const wrong = { fault: 'note_changed', of: { kind: 'file', id: fileId } };
    expect(await check()).toMatchObject({ whole: false, wrong, reached: null });
    expect(await check()).toMatchObject({ whole: true, wrong });
    await changeNote(fileId, 'NULL');
    expect(await check()).toMatchObject({ whole: true, wrong: null });
    expect(await check()).toMatchObject({ whole: false, wrong: null });
  });

  it('is not looked at where it is older, until the whole is', async () => {
    await changeNote(oldFile, `'approved'`);
    expect(await check()).toMatchObject({ whole: false, wrong: null });
    expect(await check(true)).toMatchObject({ whole: true, wrong: { of: { id: oldFile } } });
    await changeNote(oldFile, 'NULL');
    expect(await check(true)).toMatchObject({ whole: true, wrong: null });
  });

  it('is found wrong where the tiles no longer give the root that they gave then', async () => {
    await forward(fileId, 'SO', 'ASO');
    const tiles = join(office().config.dataFolder, 'log', 'tile', '0');
    await rename(join(tiles, '000.p'), join(tiles, 'lost'));
    const { wrong } = await office().get(NightlyCheck).execute();
    await rename(join(tiles, 'lost'), join(tiles, '000.p'));
    expect(wrong).toMatchObject({ fault: 'log_damaged_tiles', of: null });
    expect(await check()).toMatchObject({ whole: true, wrong: null });
  });

  it('is checked whole where somebody has moved the place from which to go on', async () => {
    const last = `name = 'organisation.record_checked' AND sequence = (SELECT max(sequence) FROM event
      WHERE name = 'organisation.record_checked')`;
    await tamper(
      'event',
      `UPDATE event SET data = jsonb_set(data, '{reached,entries}', '1000000') WHERE ${last};
       UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE ${last}`,
    );
    const wrong = { fault: 'event_not_as_logged', of: { id: office().id } };
    expect(await office().get(NightlyCheck).execute()).toMatchObject({ whole: true, wrong });
  });
});
