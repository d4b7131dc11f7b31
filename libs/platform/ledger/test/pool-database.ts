import type { Pool, PoolClient } from 'pg';
import type { LogDatabase, Statements } from '../src/log/keeping/log-rows';

const statementsOf = (client: Pool | PoolClient): Statements => ({
  query: async <Row>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as Row[],
});

/** The database for a sequencer that runs without the office around it. */
export function poolDatabase(pool: Pool): LogDatabase {
  return {
    ...statementsOf(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const outcome = await work(statementsOf(client));
        await client.query('COMMIT');
        client.release();
        return outcome;
      } catch (error) {
        // Only then is the row of the log free for whoever comes next: a connection that is merely dropped holds it a while longer.
        await client.query('ROLLBACK').catch(() => undefined);
        client.release(true);
        throw error;
      }
    },
  };
}
