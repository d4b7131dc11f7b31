import { randomUUID } from 'node:crypto';
import { useLog } from '../../../test/use-log';
import { checkSubjects } from './check-subjects';

const { store, database, sql, candidate, write, tamper, untilAllIsLogged, checkpointText } = useLog();
/** One tile is full with these, and one more begins. */
const OTHERS = 280;

describe('the events of one subject, held against their chain and the log', () => {
  let organisationId: string;
  let subjectId: string;
  beforeEach(async () => {
    const [office] = await sql('SELECT id FROM organisation');
    organisationId = String(office?.id);
    subjectId = randomUUID();
    await write(subjectId, 2);
    await write(randomUUID(), OTHERS);
    await write(subjectId, 2);
    await untilAllIsLogged(candidate());
  });
  const check = () => checkSubjects(database(), store(), { organisationId, subjectIds: [subjectId] });
  const wrongAt = (sequence: number, fault: string) => ({
    wrong: { subjectKind: 'file', subjectId, sequence, fault },
  });

  it('are right, in a tile that is full and in one that is not, whatever is too young for the log', async () => {
    const right = { events: 4, log: { entries: OTHERS + 4 }, wrong: null, logFault: null };
    expect(await check()).toMatchObject({ ...right, waiting: 0 });
    const found = await check();
    for (const at of [found?.from, found?.until, found?.log.signedAt])
      expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/);
    await write(subjectId);
    expect(await check()).toMatchObject({ ...right, events: 5, waiting: 1 });
    await untilAllIsLogged(candidate());
    expect(await check()).toMatchObject({ events: 5, waiting: 0, log: { entries: OTHERS + 5 }, wrong: null });
  });

  it('are so before the log was signed at all', async () => {
    await tamper('DELETE FROM log_entry');
    await sql(`UPDATE published_log SET size = 0, root = sha256(''), published_at = NULL`);
    await sql('INSERT INTO log_waiting (event_id) SELECT id FROM event ORDER BY id');
    await store().removeNamed('log/checkpoint');
    expect(await check()).toMatchObject({ events: 4, waiting: 4, log: { entries: 0, signedAt: null }, wrong: null });
  });

  it('are named where one was changed, also where the chain was computed anew', async () => {
    await tamper(`UPDATE event SET reason = 'x' WHERE subject_id = '${subjectId}' AND sequence = 3`);
    expect(await check()).toMatchObject(wrongAt(3, 'changed'));
    await tamper(`UPDATE event SET reason = NULL WHERE subject_id = '${subjectId}' AND sequence = 3`);
    expect(await check()).toMatchObject({ wrong: null });
    const last = `subject_id = '${subjectId}' AND sequence = 4`;
    const rehash = `UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE ${last}`;
    await tamper(`UPDATE event SET reason = 'x' WHERE ${last}`, rehash);
    expect(await check()).toMatchObject(wrongAt(4, 'other-entry'));
    // The database's own notes of the log may be computed anew as well: the tiles know better.
    await tamper(`UPDATE log_entry l SET leaf_hash = sha256(decode('00', 'hex') || convert_to(log_entry_text(e), 'UTF8'))
      FROM event e WHERE e.id = l.event_id`);
    expect(await check()).toMatchObject(wrongAt(4, 'other-entry'));
  });

  it('are named where one is not in the log, though it does not wait for it or later ones are', async () => {
    await tamper(
      `DELETE FROM log_entry WHERE event_id = (SELECT id FROM event WHERE subject_id = '${subjectId}' AND sequence = 2)`,
    );
    expect(await check()).toMatchObject(wrongAt(2, 'unlogged'));
    await sql(
      `INSERT INTO log_waiting (event_id) SELECT id FROM event WHERE subject_id = '${subjectId}' AND sequence = 2`,
    );
    expect(await check()).toMatchObject(wrongAt(2, 'unlogged'));
  });

  it('cannot be held against tiles that do not give the root, nor against an older store', async () => {
    const name = 'log/tile/0/000';
    const tile = (await store().readNamed(name)) ?? Buffer.alloc(0);
    const changed = Buffer.from(tile);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    await store().writeNamed(name, changed);
    expect(await check()).toMatchObject({ wrong: null, logFault: 'damaged-tiles' });
    await store().writeNamed(name, tile);
    expect(await check()).toMatchObject({ logFault: null });

    const before = await checkpointText();
    await write(subjectId);
    await untilAllIsLogged(candidate());
    await store().writeNamed('log/checkpoint', Buffer.from(before));
    expect(await check()).toMatchObject({ logFault: 'older-store' });
    await store().writeNamed('log/checkpoint', Buffer.from('x'));
    expect(await check()).toMatchObject({ logFault: 'other-log' });
  });

  it('are named in the order of the log, whichever subject was asked for first', async () => {
    const [early, late] = ['ffffffff-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000'];
    await write(early);
    await write(late);
    await untilAllIsLogged(candidate());
    const both = `subject_id IN ('${early}', '${late}')`;
    await tamper(
      `UPDATE event SET reason = 'x' WHERE ${both}`,
      `UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE ${both}`,
    );
    const found = await checkSubjects(database(), store(), { organisationId, subjectIds: [late, early] });
    expect(found).toMatchObject({ wrong: { subjectId: early, fault: 'other-entry' } });
  });
});
