import { randomUUID } from 'node:crypto';
import { LINES } from '../log/keeping/log-rows';
import { useOwner } from '../../../../../test/support/database/owner';

const EVENT = `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
  VALUES ($1, $2, 'organisation', $2, 'organisation.loaded', '{}')`;
const ORGANISATION = `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ($1, 'क', 'O', '', '')`;

describe('the rows that a transaction writes', () => {
  const owner = useOwner();
  const inTransaction = async (...statements: readonly (readonly [string, readonly unknown[]])[]) => {
    const { client } = owner();
    await client.query('BEGIN');
    try {
      for (const [sql, values] of statements) await client.query(sql, [...values]);
      await client.query('COMMIT');
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const event = (organisation: string, id = randomUUID()) => [EVENT, [id, organisation]] as const;
  const row = (id: string) => [ORGANISATION, [id]] as const;

  it('are named by its event, each with the hash of its text', async () => {
    const [id, eventId] = [randomUUID(), randomUUID()];
    await inTransaction(row(id), event(id, eventId));
    const named = async (lines: string) =>
      (
        await owner().client.query(`SELECT name, octet_length(hash) AS bytes FROM ${lines} l WHERE event_id = $1`, [
          eventId,
        ])
      ).rows as unknown[];
    const lines = [{ name: `organisation ${id}`, bytes: 32 }];
    expect([await named('sealed_row'), await named(LINES)]).toEqual([[], lines]);
    await owner().client.query('SELECT file_sealed_rows(10)');
    expect([await named('sealed_row'), await named(LINES)]).toEqual([lines, lines]);
  });

  it('do not come after it', async () => {
    const id = randomUUID();
    await inTransaction(row(id), event(id));
    await expect(inTransaction(event(id), row(randomUUID()))).rejects.toMatchObject({
      constraint: 'rows_before_their_event',
    });
  });
});
