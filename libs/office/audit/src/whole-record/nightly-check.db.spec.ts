import { randomUUID } from 'node:crypto';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile } from '@patravali/movement';
import { checkRecordHere } from '../../../../../test/support/tampering/check-record-here';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { NightlyCheck } from './nightly-check';

const office = useOffice({ holds: 'section' });
checkRecordHere(office);

describe('the record, checked by the office itself', () => {
  let fileId: string;
  const publish = async () => {
    while (await office().get(Sequencer).round());
  };
  beforeAll(async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    ({ fileId } = await office().newFile(aso));
    await office()
      .get(ForwardFile)
      .execute(aso, fileId, { toPostId: so.postId, ...WORDS });
    await publish();
  });

  const checks = () =>
    office().rows<{ data: object }>(
      `SELECT data FROM event WHERE subject_id = $1 AND name = 'organisation.record_checked' ORDER BY sequence`,
      [office().id],
    );
  /** As somebody would who may do everything. */
  const tamper = (table: string, sql: string) =>
    office().rows(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  /** From now on it is this hour in India, so many days before a day of long ago has ended. */
  const be = (day: number, hour: number) =>
    tamper(
      'office_clock',
      `INSERT INTO office_clock (behind) SELECT clock_timestamp() - (india_today() - 100 + ${day} + TIME '${hour}:30') AT TIME ZONE 'Asia/Kolkata'
       ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind`,
    );
  const itIsNow = () => tamper('office_clock', `UPDATE office_clock SET behind = '0'`);

  it('is checked every night, and by day when a night has passed without', async () => {
    const due = async (day: number, hour: number) => {
      await itIsNow();
      await be(day, hour);
      const { length } = await checks();
      await office().get(NightlyCheck).executeIfDue();
      return (await checks()).length > length;
    };
    expect(await due(0, 15)).toBe(true);
    expect(await due(0, 16)).toBe(false);
    expect(await due(1, 2)).toBe(true);
    expect(await due(1, 23)).toBe(false);
    expect(await due(2, 3)).toBe(false);
    expect(await due(2, 5)).toBe(true);
    await itIsNow();
  });

  it('is whole where nobody has changed it, and the event of the office says how much was checked', async () => {
    await publish();
    const [counted] = await office().rows<{ events: number }>('SELECT count(*)::integer AS events FROM event');
    const found = await office().get(NightlyCheck).execute({ whole: true });
    const events = counted?.events ?? 0;
    expect(found).toEqual({
      whole: true,
      since: null,
      events,
      entries: events,
      parts: { notes: 1, letters: 0, approvals: 0, rows: expect.any(Number) as number },
      uncoveredSeconds: 0,
      wrong: null,
      reached: { entries: events, root: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
    expect((await checks()).at(-1)).toEqual({ data: found });
  });

  const file = () => ({ kind: 'file', id: fileId });
  const firstEvent = () => `subject_id = '${fileId}' AND sequence = 1`;
  const lastEvent = () =>
    `subject_id = '${fileId}' AND sequence = (SELECT max(sequence) FROM event WHERE subject_id = '${fileId}')`;
  const tamperings = [
    [
      'an event was changed',
      'event',
      () => `UPDATE event SET at = at - INTERVAL '1 day' WHERE ${firstEvent()}`,
      () => `UPDATE event SET at = at + INTERVAL '1 day' WHERE ${firstEvent()}`,
      () => ({ fault: 'event_changed', of: file(), place: '1' }),
    ],
    [
      'the end of a chain was cut off',
      'event',
      () => `CREATE TABLE cut AS SELECT * FROM event WHERE ${lastEvent()}; DELETE FROM event WHERE ${lastEvent()}`,
      () => 'INSERT INTO event SELECT * FROM cut; DROP TABLE cut',
      () => ({ fault: 'event_not_as_logged', of: file(), place: '2' }),
    ],
    [
      'an event was put in at the end of a chain',
      'event',
      () => `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, at, encoding, previous_hash, hash)
        SELECT '${FORGED}', organisation_id, subject_kind, subject_id, sequence + 1, 'file.closed', '{}', at, 1, hash, hash
        FROM event WHERE ${lastEvent()};
        UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE id = '${FORGED}'`,
      () => `DELETE FROM event WHERE id = '${FORGED}'`,
      () => ({ fault: 'event_unlogged', of: file() }),
    ],
    [
      'a note was changed',
      'note',
      () => `UPDATE note SET decision = 'approved' WHERE file_id = '${fileId}'`,
      () => `UPDATE note SET decision = NULL WHERE file_id = '${fileId}'`,
      () => ({ fault: 'note_changed', of: file(), place: '1' }),
    ],
  ] as const;

  it.each(tamperings)('is not whole when %s, and that is named', async (_, table, change, undo, said) => {
    await publish();
    await tamper(table, change());
    const found = await office().get(NightlyCheck).execute({ whole: true });
    await tamper(table, undo());
    expect(found.wrong).toMatchObject(said());
    expect((await checks()).at(-1)).toMatchObject({ data: { wrong: said() } });
    expect((await office().get(NightlyCheck).execute({ whole: true })).wrong).toBeNull();
  });

  it('is not whole when a tile of the log is lost', async () => {
    await publish();
    const tiles = join(office().config.dataFolder, 'log', 'tile', '0');
    const [first = ''] = await readdir(tiles);
    await rename(join(tiles, first), join(tiles, 'lost'));
    const { wrong } = await office().get(NightlyCheck).execute({ whole: true });
    await rename(join(tiles, 'lost'), join(tiles, first));
    expect(wrong).toEqual({
      fault: 'log_damaged_tiles',
      of: null,
      place: expect.stringMatching(/^log\/tile\/0\/000/) as string,
    });
  });

  it('is said in one line of the log of the server, also when it could not be checked', async () => {
    const said: [string, unknown][] = [];
    const listen = (level: 'log' | 'error') =>
      jest
        .spyOn(Logger.prototype, level)
        .mockImplementation((...words: unknown[]) => void said.push([level, words[0]]));
    const spies = [listen('log'), listen('error')];
    await office().get(NightlyCheck).execute({ whole: true });
    await tamper('note', `UPDATE note SET decision = 'approved' WHERE file_id = '${fileId}'`);
    await office().get(NightlyCheck).execute({ whole: true });
    await tamper('note', `UPDATE note SET decision = NULL WHERE file_id = '${fileId}'`);
    await office().rows('ALTER TABLE event RENAME TO event_away');
    const failing = office().get(NightlyCheck).execute({ whole: true });
    await expect(failing).rejects.toThrow();
    await office().rows('ALTER TABLE event_away RENAME TO event');
    for (const spy of spies) spy.mockRestore();
    expect(said).toEqual([
      ['log', expect.stringMatching(/^the whole record was checked, nothing was changed: \d+ events, \d+ entries/)],
      ['error', `the record is not what was recorded: note_changed (file ${fileId}, 1); run "npm run office -- check"`],
      ['error', expect.stringMatching(/^the record could not be checked: /)],
    ]);
  });
});

const FORGED = randomUUID();
