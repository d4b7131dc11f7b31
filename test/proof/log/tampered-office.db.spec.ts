import { randomUUID } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChainReport, checkChains, checkLog, type LogReport } from '@patravali/ledger';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { INSERT, useLog } from '../../../libs/platform/ledger/test/use-log';
import { makeKey } from '../../../libs/verifier/test/a-log';
import { runs } from '../../support/run/runs';

const SUBJECTS = 40;
/** Of the first subject; each of the others has one more than the one before it, up to `LENGTHS` more. */
const SHORTEST = 8;
const LENGTHS = 15;
const TIMEOUT_MS = 1_200_000;

const log = useLog();
const { sql, store } = log;

/** An event that somebody with all rights of the database lays hands on. */
interface Victim {
  readonly index: number;
  readonly subjectId: string;
  readonly sequence: number;
  /** Of the last event of its subject. */
  readonly last: number;
}

interface Report {
  readonly chains: ChainReport;
  readonly log: LogReport;
}

interface Choice {
  readonly victim: Victim;
  readonly other: number;
}

/** What is done, with the triggers that refuse it off, and where that must be found. */
type Tampering = (choice: Choice) => Promise<object>;

const inChain = (subjectId: string, sequence: number) => ({
  chains: { broken: expect.arrayContaining([expect.objectContaining({ subjectId, sequence })]) as unknown },
});
const inLog = (index: number) => ({ log: { fault: 'changed-event', place: String(index) } });
const unlogged = (subjectId: string, sequence: number) => ({
  log: { unlogged: 1, firstUnlogged: { subjectId, sequence } },
});

const CHANGES = [
  `name = 'file.closed'`,
  `at = at - INTERVAL '1 day'`,
  `reason = 'अन्य कारण'`,
  `data = '{"n": 7}'`,
  `content_hash = '${'a'.repeat(64)}'`,
  `related_id = '${randomUUID()}'`,
  `previous_hash = sha256('x')`,
  `hash = sha256('x')`,
] as const;
const changeOf = (other: number) => CHANGES[other % CHANGES.length] ?? '';

/** Computes the chain of a subject anew from one of its events on, as the database itself would. */
const rehash = ({ subjectId, sequence, last }: Victim) =>
  sql(`
  DO $$ DECLARE n integer; BEGIN
    FOR n IN ${sequence} .. ${last} LOOP
      UPDATE event e SET previous_hash = COALESCE((SELECT hash FROM event b WHERE b.subject_id = e.subject_id AND b.sequence = n - 1),
        decode(repeat('00', 32), 'hex')) WHERE subject_id = '${subjectId}' AND sequence = n;
      UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8')) WHERE subject_id = '${subjectId}' AND sequence = n;
    END LOOP;
  END $$`);
const relog = () =>
  sql(`UPDATE log_entry l SET leaf_hash = sha256(decode('00', 'hex') || convert_to(log_entry_text(e), 'UTF8'))
    FROM event e WHERE e.id = l.event_id`);
const update = ({ subjectId, sequence }: Victim, change: string) =>
  sql(`UPDATE event SET ${change} WHERE subject_id = '${subjectId}' AND sequence = ${sequence}`);
/** An event that never was, chained to the one before it. */
const forge = async (subjectId: string, sequence: number) => {
  await sql(
    `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, data, at, encoding, previous_hash, hash)
     SELECT $1, organisation_id, subject_kind, subject_id, $3, 'file.closed', '{}', at, 1, hash, hash
     FROM event WHERE subject_id = $2 AND sequence = $3 - 1`,
    [uuidv7(), subjectId, sequence],
  );
  await sql(`UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8'))
    WHERE subject_id = '${subjectId}' AND sequence = ${sequence}`);
};
/** Where the log first misses one of these events. */
const firstIndex = async (condition: string): Promise<number> => {
  const [row] = await sql(`SELECT min(l.index)::integer AS first FROM log_entry l JOIN event e ON e.id = l.event_id
    WHERE ${condition}`);
  return Number(row?.first);
};

const IN_THE_DATABASE: Readonly<Record<string, Tampering>> = {
  'an event changed': async ({ victim, other }) => {
    await update(victim, changeOf(other));
    return inChain(victim.subjectId, victim.sequence);
  },
  'an event deleted': async ({ victim }) => {
    const { subjectId, sequence, last, index } = victim;
    await sql(`DELETE FROM event WHERE subject_id = '${subjectId}' AND sequence = ${sequence}`);
    return { ...(sequence < last && inChain(subjectId, sequence)), ...inLog(index) };
  },
  'the end of a chain cut off': async ({ victim: { subjectId, sequence } }) => {
    const cut = `subject_id = '${subjectId}' AND sequence >= ${sequence}`;
    const first = await firstIndex(cut);
    await sql(`DELETE FROM event WHERE ${cut}`);
    return inLog(first);
  },
  'an event put at the end of a chain': async ({ victim: { subjectId, last } }) => {
    await forge(subjectId, last + 1);
    return unlogged(subjectId, last + 1);
  },
  'an event put in between, and everything after it computed anew': async ({ victim }) => {
    const { subjectId, sequence, last, index } = victim;
    if (sequence === 1) return await update(victim, changeOf(0)).then(() => inChain(subjectId, 1));
    const later = `subject_id = '${subjectId}' AND sequence`;
    await sql(`UPDATE event SET sequence = sequence + 1000 WHERE ${later} >= ${sequence}`);
    await forge(subjectId, sequence);
    await sql(`UPDATE event SET sequence = sequence - 999 WHERE ${later} > 1000`);
    await rehash({ ...victim, sequence: sequence + 1, last: last + 1 });
    return { log: { ...unlogged(subjectId, sequence).log, ...inLog(index).log } };
  },
  'two events swapped': async ({ victim, other }) => {
    const { subjectId, sequence, last } = victim;
    const second = 1 + (((sequence % last) + (other % (last - 1))) % last);
    const place = (from: number, to: number) =>
      sql(`UPDATE event SET sequence = ${to} WHERE subject_id = '${subjectId}' AND sequence = ${from}`);
    await place(sequence, 1000);
    await place(second, sequence);
    await place(1000, second);
    return inChain(subjectId, Math.min(sequence, second));
  },
  'a time forged, and the chain computed anew': async ({ victim }) => {
    await update(victim, `at = at - INTERVAL '3 days'`);
    await rehash(victim);
    return inLog(victim.index);
  },
  'an event changed, and chain and entries computed anew': async ({ victim }) => {
    await update(victim, `reason = 'अन्य कारण'`);
    await rehash(victim);
    await relog();
    return inLog(victim.index);
  },
  'an entry deleted': async ({ victim: { index } }) => {
    await sql(`DELETE FROM log_entry WHERE index = ${index}`);
    const [row] = await sql('SELECT max(index)::integer AS last FROM log_entry');
    // Without the last one the database is simply an older one.
    return Number(row?.last) > index ? inLog(index) : { log: { fault: 'older-database' } };
  },
  'two entries swapped': async ({ victim: { index }, other }) => {
    const [row] = await sql('SELECT count(*)::integer AS entries FROM log_entry');
    const second = (index + 1 + (other % (Number(row?.entries) - 1))) % Number(row?.entries);
    for (const [from, to] of [[index, -1] as const, [second, index] as const, [-1, second] as const]) {
      if (to === -1) await sql('ALTER TABLE log_entry DROP CONSTRAINT log_entry_index_check');
      await sql(`UPDATE log_entry SET index = ${to} WHERE index = ${from}`);
    }
    return inLog(Math.min(index, second));
  },
  'all entries from one on taken away, as in a dump of before': async ({ victim: { index } }) => {
    await sql(`DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= ${index})`);
    await sql(`DELETE FROM log_entry WHERE index >= ${index}`);
    await sql(`UPDATE published_log SET size = ${index}`);
    return { log: { fault: 'older-database' } };
  },
  'the key of the log replaced': async () => {
    const { vkey } = makeKey();
    await sql(`UPDATE log_key SET written = $1 WHERE number = 2`, [vkey]);
    return { log: { fault: 'other-log' } };
  },
};

async function check(): Promise<Report> {
  const query = async <Row>(text: string, values: readonly unknown[] = []) => (await sql(text, values)) as Row[];
  return { chains: await checkChains({ query }), log: await checkLog({ query }, store()) };
}

/** An office of some hundred events, logged in several rounds, with two keys of the log. */
async function fill(): Promise<Victim[]> {
  const sequencer = log.candidate();
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => ({
    id: randomUUID(),
    length: SHORTEST + (at % LENGTHS),
  }));
  for (let sequence = 1; sequence < SHORTEST + LENGTHS; sequence++) {
    for (const { id, length } of subjects) if (sequence <= length) await log.pool().query(INSERT, [uuidv7(), id]);
    if (sequence === SHORTEST) {
      await log.untilAllIsLogged(sequencer);
      await sequencer.rotateKey();
    }
  }
  await log.untilAllIsLogged(sequencer);
  return (await sql(`SELECT l.index::integer AS index, e.subject_id AS "subjectId", e.sequence,
      (SELECT max(sequence) FROM event o WHERE o.subject_id = e.subject_id) AS last
    FROM log_entry l JOIN event e ON e.id = l.event_id ORDER BY l.index`)) as unknown as Victim[];
}

/** Of the parts of a tile that is not full yet only the widest belongs to the log as it is now. */
function isOfTheLast(name: string, _: number, names: readonly string[]): boolean {
  const [, tile, width] = /^(.+[.]p)[/](\d+)$/.exec(name) ?? [];
  return (
    !tile ||
    names.every((other) => !other.startsWith(`${tile}/`) || Number(other.slice(tile.length + 1)) <= Number(width))
  );
}

const CLEAN = {
  chains: { broken: [] },
  log: { unlogged: 0, firstUnlogged: null, fault: null, place: '' },
};

describe('whoever changes the past of an office', () => {
  it(
    'with all rights of the database is found, and where',
    async () => {
      const victims = await fill();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(IN_THE_DATABASE)),
          fc.constantFrom(...victims),
          fc.nat(10_000),
          async (what, victim, other) => {
            await sql('BEGIN');
            try {
              for (const table of ['event', 'log_entry', 'log_key'])
                await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
              const found = await IN_THE_DATABASE[what]?.({ victim, other });
              expect(await check()).toMatchObject(found ?? {});
            } finally {
              await sql('ROLLBACK');
            }
          },
        ),
        { numRuns: runs(80) },
      );
      expect(await check()).toMatchObject(CLEAN);
    },
    TIMEOUT_MS,
  );

  it(
    'in the object store is found, and where',
    async () => {
      await fill();
      const folder = log.folder();
      const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .filter((name) => name.startsWith('log/'))
        .filter(isOfTheLast);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), fc.option(fc.nat(100_000)), async (name, at) => {
          const path = join(folder, name);
          const bytes = await readFile(path);
          const changed = Buffer.from(bytes);
          if (at !== null) changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ (1 + (at % 255));
          await (at === null ? rm(path) : writeFile(path, changed));
          const found = (await check()).log;
          await writeFile(path, bytes);
          if (name === 'log/checkpoint') expect(found.fault).toMatch(/^older-store$|^other-log$/);
          else expect(found).toMatchObject({ fault: 'damaged-tiles', place: name });
        }),
        { numRuns: runs(20) },
      );
      expect(await check()).toMatchObject(CLEAN);
    },
    TIMEOUT_MS,
  );

  it(
    'gives no alarm while nobody does, although the office works on',
    async () => {
      const sequencer = log.candidate();
      const before = join(log.folder(), '..', `${randomUUID()}-log`);
      for (let time = 0; time < runs(20); time++) {
        const subjectId = randomUUID();
        const working = [log.write(subjectId, 1 + (time % 9)), sequencer.round()];
        expect(await check()).toMatchObject(CLEAN);
        await Promise.all(working);
        if (time === 3) await cp(join(log.folder(), 'log'), before, { recursive: true });
      }
      await log.untilAllIsLogged(sequencer);
      expect(await check()).toMatchObject(CLEAN);
      // The whole store as it was some rounds ago.
      await rm(join(log.folder(), 'log'), { recursive: true });
      await cp(before, join(log.folder(), 'log'), { recursive: true });
      await rm(before, { recursive: true });
      expect((await check()).log.fault).toBe('older-store');
    },
    TIMEOUT_MS,
  );
});
