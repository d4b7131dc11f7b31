import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { useOwner } from '../../../../../test/support/database/owner';
import { checkChains } from './check-chains';

const ORGANISATION = randomUUID();
/** Events of each subject. */
const LENGTH = 5;

const owner = useOwner();
const sql = async (text: string, values: readonly unknown[] = []) =>
  (await owner().client.query<Record<string, unknown>>(text, [...values])).rows;
const check = () =>
  checkChains({ query: async <Row>(text: string, values: readonly unknown[]) => (await sql(text, values)) as Row[] });

interface Written {
  readonly reason?: string | null;
  readonly data?: unknown;
}

const INSERT = `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, reason, data)
  VALUES ($1, '${ORGANISATION}', 'file', $2, 'file.opened', $3, $4)`;
const valuesOf = (subjectId: string, { reason = null, data = {} }: Written = {}) => [
  uuidv7(),
  subjectId,
  reason,
  JSON.stringify(data),
];

async function aSubject(): Promise<string> {
  const subjectId = randomUUID();
  for (let n = 0; n < LENGTH; n++) await sql(INSERT, valuesOf(subjectId, { reason: `कारण ${n}`, data: { n } }));
  return subjectId;
}

/** As somebody would who may do everything: the triggers that refuse change are off. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await sql('ALTER TABLE event DISABLE TRIGGER USER');
  for (const statement of statements) await sql(statement);
  await sql('ALTER TABLE event ENABLE TRIGGER USER');
}

beforeAll(async () => {
  await sql(
    `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '')`,
  );
});
beforeEach(() => tamper('DELETE FROM event'));

describe('the chain of a subject', () => {
  it('is computed by the database as its description says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
        fc.jsonValue().filter((value) => !JSON.stringify(value).includes('\\u0000')),
        async (reason, data) => {
          if (!reason.isWellFormed() || !JSON.stringify(data).isWellFormed()) return;
          await sql(INSERT, valuesOf(randomUUID(), { reason, data: { data } }));
        },
      ),
      { numRuns: 300 },
    );
    await aSubject();
    const { events, broken } = await check();
    expect(events).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  it('is made in the transaction of the event, and may not be said by the application', async () => {
    const subjectId = await aSubject();
    const url = owner().database.appUrl;
    const application = new Client({ connectionString: url });
    await application.connect();
    try {
      for (const column of ['encoding', 'previous_hash', 'hash', 'rows_hash']) {
        const value = column === 'encoding' ? '1' : `'\\x${'ab'.repeat(32)}'`;
        const said = INSERT.replace('data)', `data, ${column})`).replace('$4)', `$4, ${value})`);
        await expect(application.query(said, valuesOf(subjectId))).rejects.toMatchObject({ code: '42501' });
        await expect(sql(said, valuesOf(subjectId))).rejects.toMatchObject({ constraint: 'event_without_gap' });
      }
      await application.query(INSERT, valuesOf(subjectId));
    } finally {
      await application.end();
    }
    expect(await check()).toEqual({ events: LENGTH + 1, subjects: 1, broken: [] });
  });

  it('never forks when many write on one subject at a time', async () => {
    const subjectId = await aSubject();
    const clients = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new Client({ connectionString: owner().database.appUrl });
        await client.connect();
        return client;
      }),
    );
    const outcomes = await Promise.allSettled(
      clients.flatMap((client) => Array.from({ length: 10 }, () => client.query(INSERT, valuesOf(subjectId)))),
    );
    await Promise.all(clients.map((client) => client.end()));
    const written = outcomes.filter(({ status }) => status === 'fulfilled').length;
    for (const each of outcomes)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ constraint: 'event_sequence_once' });
    expect(await check()).toEqual({ events: LENGTH + written, subjects: 1, broken: [] });
  });
});

describe('who changes the past with all rights', () => {
  const CHANGES: Readonly<Record<string, string>> = {
    id: `'${randomUUID()}'`,
    subject_kind: `'receipt'`,
    name: `'file.closed'`,
    related_id: `'${randomUUID()}'`,
    at: `at - INTERVAL '1 microsecond'`,
    reason: `'अन्य कारण'`,
    data: `'{"n": 7}'`,
    content_hash: `'${'a'.repeat(64)}'`,
    encoding: '0',
    previous_hash: `sha256('x')`,
    hash: `sha256('x')`,
    rows_hash: `sha256('x')`,
  };

  it.each(Object.entries(CHANGES))('is found where %s was changed', async (column, value) => {
    const subjectId = await aSubject();
    await aSubject();
    await tamper(`UPDATE event SET ${column} = ${value} WHERE subject_id = '${subjectId}' AND sequence = 3`);
    const { broken } = await check();
    expect(broken).toEqual([expect.objectContaining({ subjectId, sequence: 3, fault: 'changed' })]);
  });

  it('is found where an event was taken out, also the first', async () => {
    for (const sequence of [1, 3]) {
      const subjectId = await aSubject();
      await tamper(`DELETE FROM event WHERE subject_id = '${subjectId}' AND sequence = ${sequence}`);
      const { broken } = await check();
      expect(broken).toContainEqual({ subjectKind: 'file', subjectId, sequence, fault: 'missing' });
    }
  });

  it('is found after the event whose hash he computed anew', async () => {
    const subjectId = await aSubject();
    await tamper(
      `UPDATE event SET reason = 'अन्य कारण' WHERE subject_id = '${subjectId}' AND sequence = 3`,
      `UPDATE event e SET hash = sha256(convert_to(event_canonical_form(e), 'UTF8'))
         WHERE subject_id = '${subjectId}' AND sequence = 3`,
    );
    const { broken } = await check();
    expect(broken).toEqual([{ subjectKind: 'file', subjectId, sequence: 4, fault: 'unchained' }]);
  });

  it('is found where two events changed places', async () => {
    const subjectId = await aSubject();
    await tamper(
      `UPDATE event SET sequence = 100 WHERE subject_id = '${subjectId}' AND sequence = 2`,
      `UPDATE event SET sequence = 2 WHERE subject_id = '${subjectId}' AND sequence = 3`,
      `UPDATE event SET sequence = 3 WHERE subject_id = '${subjectId}' AND sequence = 100`,
    );
    const { broken } = await check();
    expect(broken).toEqual([expect.objectContaining({ subjectId, sequence: 2, fault: 'changed' })]);
  });
});

/** As the migration to version 0.2.0 chained what an older office had written. */
const CHAIN_AFTERWARDS = `
  DO $$ DECLARE each event; before event; BEGIN
    FOR each IN SELECT * FROM event ORDER BY subject_id, sequence LOOP
      each.encoding := 0;
      each.previous_hash := CASE WHEN each.sequence > 1 THEN before.hash ELSE decode(repeat('00', 32), 'hex') END;
      each.hash := sha256(convert_to(event_canonical_form(each), 'UTF8'));
      UPDATE event SET encoding = 0, previous_hash = each.previous_hash, hash = each.hash WHERE id = each.id;
      before := each;
    END LOOP;
  END $$`;

describe('events from before there were chains', () => {
  it('say so, and are followed by those that are chained at once', async () => {
    const subjects = [await aSubject(), await aSubject()];
    await tamper(CHAIN_AFTERWARDS);
    for (const subjectId of subjects) await sql(INSERT, valuesOf(subjectId));
    expect(await check()).toEqual({ events: 2 * (LENGTH + 1), subjects: 2, broken: [] });
    const encodings = await sql('SELECT sequence > $1 AS new, encoding FROM event GROUP BY 1, 2 ORDER BY 1', [LENGTH]);
    expect(encodings).toEqual([
      { new: false, encoding: 0 },
      { new: true, encoding: 2 },
    ]);
  });
});

describe('the hash', () => {
  it('is what sha256sum says of the canonical form', async () => {
    await aSubject();
    const [row] = await sql(
      `SELECT event_canonical_form(e) AS form, encode(hash, 'hex') AS hash FROM event e WHERE sequence = 2`,
    );
    const { form, hash } = row as { form: string; hash: string };
    expect(createHash('sha256').update(form).digest('hex')).toBe(hash);
  });
});
