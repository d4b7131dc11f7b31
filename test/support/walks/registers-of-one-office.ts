import type { Pool, PoolClient } from 'pg';
import { INVARIANTS } from './register-invariants';

/** One statement for all rules, planned once: it is asked after every step of a walk. */
const BROKEN = {
  name: 'broken-rules',
  text: Object.entries(INVARIANTS)
    .map(([rule, finds]) => `SELECT '${rule.replaceAll("'", "''")}' AS rule WHERE EXISTS (${finds})`)
    .join(' UNION ALL '),
};
const OF_ONE_OFFICE = `
  SELECT 'CREATE VIEW registers.' || c.relname || ' AS SELECT * FROM public.' || c.relname || ' WHERE '
    || CASE c.relname WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END
    || ' = current_setting(''registers.organisation'')::uuid' AS make
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND (c.relname = 'organisation' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organisation_id'))`;

/**
 * Holds the rules of the registers against the rows of one organisation: what other walks left in the database costs nothing.
 * Their statements are as they are everywhere; only what they read is a view of each table.
 */
export class RegistersOfOneOffice {
  private constructor(private readonly client: PoolClient) {}

  static async begin(owner: Pool, organisationId: string): Promise<RegistersOfOneOffice> {
    const client = await owner.connect();
    const known = await client.query(`SELECT FROM pg_namespace WHERE nspname = 'registers'`);
    if (!known.rowCount) {
      await client.query('CREATE SCHEMA registers');
      const { rows } = await client.query<{ make: string }>(OF_ONE_OFFICE);
      await client.query(rows.map(({ make }) => make).join(';'));
    }
    await client.query(`SET search_path = registers, public`);
    await client.query(`SELECT set_config('registers.organisation', $1, false)`, [organisationId]);
    return new RegistersOfOneOffice(client);
  }

  /** The rules that something breaks. */
  async broken(): Promise<string[]> {
    return (await this.client.query<{ rule: string }>(BROKEN)).rows.map(({ rule }) => rule);
  }

  /** The connection goes, and with it what it looks at. */
  end(): void {
    this.client.release(true);
  }
}
