import { z } from 'zod';

/** A connection of the database's owner, not lowered to the application's role; it answers rows. */
interface Owner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/**
 * Shows the office an earlier time while its demo is being seeded. It only goes forward, never beyond the time of the
 * machine, and is opened only in a database where nothing has happened yet; the application's role cannot set it.
 */
export class OfficeClock {
  constructor(private readonly owner: Owner) {}

  /**
   * Goes forward to this time, and runs on from there. An earlier time than the office has now, or a closed clock, changes
   * nothing.
   * @returns the time that the office has now.
   * @throws the database's refusal `clock_goes_forward` when the clock was never opened and the office has begun its work.
   */
  async show(at: Date): Promise<Date> {
    await this.owner.query(
      `WITH wanted AS (
         SELECT GREATEST(make_interval(secs => extract(epoch FROM clock_timestamp() - $1::timestamptz)::float8), INTERVAL '0') AS behind
       ), forward AS (
         UPDATE office_clock c SET behind = LEAST(c.behind, wanted.behind) FROM wanted RETURNING 1
       )
       INSERT INTO office_clock (behind) SELECT behind FROM wanted WHERE NOT EXISTS (SELECT FROM forward)`,
      [at],
    );
    return await this.now();
  }

  /** From now on the office has the time of the machine, for good. */
  async close(): Promise<void> {
    await this.owner.query(`UPDATE office_clock SET behind = INTERVAL '0' WHERE behind > INTERVAL '0'`);
  }

  private async now(): Promise<Date> {
    const [row] = z.array(z.object({ at: z.date() })).parse(await this.owner.query('SELECT office_now() AS at'));
    if (!row) throw new Error('The database told no time');
    return row.at;
  }
}
