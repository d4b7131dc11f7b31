import { PLANNED_EACH_TIME, type Transaction } from '@patravali/database';
import { type DataSource, QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { applicationDataSource } from '@patravali/schema';
import { useOffice } from '../../../../../test/support/office/office';

describe('a connection of the office', () => {
  const office = useOffice({ holds: 'section' });
  const opened: DataSource[] = [];
  afterAll(async () => {
    for (const each of opened) await each.destroy();
  });
  beforeAll(async () => {
    await office().owner.query(
      `CREATE TABLE shelf AS SELECT 1 AS id, 'अभिलेख'::text AS label; GRANT SELECT ON shelf TO patravali_app`,
    );
  });

  const oneConnection = async ({ prepared = true } = {}) => {
    const source = await applicationDataSource(office().config.databaseUrl, { size: 1, prepared }).initialize();
    opened.push(source);
    return source;
  };
  const remembered = async (source: DataSource) =>
    (await source.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements')).map(
      ({ statement }) => statement,
    );
  const LABEL = 'SELECT label FROM shelf WHERE id = $1';

  it('has a statement remembered by the database when it comes again, and no other', async () => {
    const source = await oneConnection();
    await source.query('SELECT 2 FROM shelf WHERE id = $1', [1]);
    for (let time = 0; time < 3; time++) {
      expect(await source.query(LABEL, [1])).toEqual([{ label: 'अभिलेख' }]);
      await source.query(`${PLANNED_EACH_TIME}${LABEL}`, [1]);
      await source.query('SELECT 1');
    }
    expect(await remembered(source)).toEqual([LABEL]);
  });

  it('has none remembered where that is switched off', async () => {
    const source = await oneConnection({ prepared: false });
    for (let time = 0; time < 3; time++) await source.query(LABEL, [1]);
    expect(await remembered(source)).toEqual([]);
  });

  it('forgets what was not used for longest', async () => {
    const source = await oneConnection();
    for (let time = 0; time < 2; time++) await source.query('SELECT $1::int AS first', [1]);
    for (let length = 1; length <= 230; length++) {
      const ids = Array.from({ length }, (_, place) => `$${place + 1}::int`).join(', ');
      const values = Array.from({ length }, (_, place) => place);
      for (let time = 0; time < 2; time++) await source.query(`SELECT label FROM shelf WHERE id IN (${ids})`, values);
      await source.query(LABEL, [1]);
    }
    const statements = await remembered(source);
    expect(statements).toHaveLength(200);
    expect(statements).toContain(LABEL);
    expect(statements).not.toContain('SELECT $1::int AS first');
    expect(await source.query('SELECT $1::int AS first', [7])).toEqual([{ first: 7 }]);
  });

  it('answers as if nothing had happened when a table was changed under a remembered plan', async () => {
    const source = await oneConnection();
    const runner = source.createQueryRunner();
    for (let time = 0; time < 3; time++) await runner.query(LABEL, [1]);
    await changeType('varchar');
    expect(await runner.query(LABEL, [1])).toEqual([{ label: 'अभिलेख' }]);
    await runner.query('SELECT $1::int', [1]);
    await runner.query('DEALLOCATE ALL');
    expect(await runner.query(LABEL, [1])).toEqual([{ label: 'अभिलेख' }]);
    // Inside a transaction it can only be done again from its beginning.
    for (let time = 0; time < 3; time++) await runner.query(LABEL, [1]);
    await runner.startTransaction();
    await changeType('text');
    await expect(runner.query(LABEL, [1])).rejects.toBeInstanceOf(QueryFailedError);
    await runner.rollbackTransaction();
    await runner.release();
  });

  it('does a command again whose statements were planned before a table was changed', async () => {
    const actor = office().at('ASO');
    const command = (tx: Transaction) => readLabel(tx, actor.userId);
    for (let time = 0; time < 3; time++) await office().transactions.run(actor, command);
    await changeType('varchar');
    expect(await office().transactions.run(actor, command)).toEqual({ label: 'अभिलेख' });
  });

  async function readLabel(tx: Transaction, userId: string): Promise<{ label: string }> {
    const [row] = await tx.select(z.object({ label: z.string() }), LABEL, [1]);
    await tx.record('user.signed_in', userId);
    return { label: row?.label ?? '' };
  }

  async function changeType(type: 'text' | 'varchar'): Promise<void> {
    await office().owner.query(`ALTER TABLE shelf ALTER COLUMN label TYPE ${type}`);
  }
});
