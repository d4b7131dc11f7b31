import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { loseEvents, restoreOlder } from '../../test/losses';
import { useLog } from '../../test/use-log';
import { lossesOfLog, lossesOfSubjects } from './losses';
import { checkLog } from './checking/check-log';
import { tellOfRestore } from './resuming/tell-of-restore';
import { LogStands } from './keeping/log-fault';

const { database, store, sql, candidate, write, untilAllIsLogged, keyFile } = useLog();
const SOON = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.000Z$/) as string;

describe('what the log says to be lost', () => {
  const [subject, other] = [randomUUID(), randomUUID()];
  beforeEach(async () => {
    await write(subject, 3);
    await write(other, 2);
    await untilAllIsLogged(candidate());
  });

  it('is nothing where nothing was lost', async () => {
    expect(await lossesOfLog(database())).toEqual([]);
    expect(await lossesOfSubjects(database(), [subject, other])).toEqual([]);
  });

  it('is how many events, of all and of some subjects, when and why, once for each time that it went on', async () => {
    await write(subject, 2);
    await write(other, 3);
    await untilAllIsLogged(candidate());
    await restoreOlder(sql, 5);
    await candidate().resume('An older backup.');
    await untilAllIsLogged(candidate());
    const first = { kind: 'events', at: SOON, reason: 'An older backup.', events: 5 };
    expect(await lossesOfLog(database())).toEqual([first]);
    expect(await lossesOfSubjects(database(), [subject])).toEqual([{ ...first, events: 2 }]);
    expect(await lossesOfSubjects(database(), [other, subject])).toEqual([first]);
    expect(await lossesOfSubjects(database(), [randomUUID()])).toEqual([]);
    // One before and two after what was lost first, which is not lost again: two stretches, and one loss.
    await write(subject, 1);
    await untilAllIsLogged(candidate());
    await restoreOlder(sql, 4);
    await candidate().resume('Once more.');
    await untilAllIsLogged(candidate());
    const second = { ...first, reason: 'Once more.', events: 3 };
    expect(await lossesOfLog(database())).toEqual([first, second]);
    expect(await lossesOfSubjects(database(), [subject])).toEqual([
      { ...first, events: 2 },
      { ...second, events: 1 },
    ]);
  });

  it('counts no entries of the log itself among events', async () => {
    await candidate().rotateKey();
    await write(subject, 2);
    await untilAllIsLogged(candidate());
    await restoreOlder(sql, 4);
    await candidate().resume('With a change of key in between.');
    expect(await lossesOfLog(database())).toMatchObject([{ events: 3 }]);
    expect(await lossesOfSubjects(database(), [other, subject])).toMatchObject([{ events: 3 }]);
  });

  it('is also the key, and the log as it was signed; both are no loss of a subject', async () => {
    await rm(keyFile());
    await candidate().resume('The disk of the key.');
    await sql(`SELECT log_takes(ARRAY[format(E'patravali loss 1\nentries %s-\nat 2027-03-03T05:50:00Z\nreason The store.\n',
      (SELECT max(index) + 1 FROM log_entry))])`);
    expect(await lossesOfLog(database())).toEqual([
      { kind: 'key', at: SOON, reason: 'The disk of the key.', events: null },
      { kind: 'log', at: '2027-03-03T05:50:00.000Z', reason: 'The store.', events: null },
    ]);
    expect(await lossesOfSubjects(database(), [subject])).toEqual([]);
  });

  it('is what came after a backup, where whoever restored it has said why', async () => {
    await database().transaction((tx) => tellOfRestore(tx, 'The machine burned.'));
    await write(subject, 1);
    await untilAllIsLogged(candidate());
    expect(await lossesOfLog(database())).toEqual([
      { kind: 'log', at: SOON, reason: 'The machine burned.', events: null },
    ]);
    expect(await checkLog(database(), store())).toMatchObject({
      fault: null,
      breaks: [{ entries: { from: 5, to: null } }],
    });
    expect(await sql(`SELECT reason FROM event WHERE name = 'organisation.log_resumed'`)).toEqual([
      { reason: 'The machine burned.' },
    ]);
  });

  it('passes over an entry without its event of which no loss tells', async () => {
    const [id = ''] = await loseEvents(sql, subject, { count: 1, reason: 'x' });
    await sql(
      `SELECT log_takes(ARRAY[(SELECT replace(text, '${id}', '${randomUUID()}') FROM log_entry WHERE text LIKE '%${id}%')])`,
    );
    expect(await lossesOfSubjects(database(), [subject])).toMatchObject([{ events: 1 }]);
  });

  it('is never taken back in part: what began before the entries that a backup lacks stands in it with its loss', async () => {
    const size = Number((await sql('SELECT count(*) AS entries FROM log_entry'))[0]?.entries);
    await loseEvents(sql, subject, { count: 2, reason: 'x' });
    await untilAllIsLogged(candidate());
    await restoreOlder(sql, size + 1);
    await expect(candidate().resume('Once more.')).rejects.toThrow(new LogStands('changed-event', String(size)));
    expect(await lossesOfLog(database())).toEqual([]);
  });
});
