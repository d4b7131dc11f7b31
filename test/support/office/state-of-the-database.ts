import type { TestOffice } from './office';

/** The statement of each database, which lists its tables. */
const statements = new WeakMap<TestOffice, Promise<string>>();

/** What every row of every table says, but that a person was seen: two equal hashes are one state of the office. */
export async function stateOfTheDatabase(office: TestOffice): Promise<string> {
  const known = statements.get(office) ?? statementFor(office);
  statements.set(office, known);
  const [read] = await office.rows<{ state: string }>(await known);
  return read?.state ?? '';
}

/** One hash for each table, in one statement for all: the rows stay in the database. */
async function statementFor(office: TestOffice): Promise<string> {
  const tables = await office.rows<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'session') ORDER BY 1`,
  );
  const hashes = tables.map(
    ({ name }) =>
      `(SELECT '${name} ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C")), '-') FROM "${name}" t)`,
  );
  // An array, as a function takes no more than a hundred arguments.
  return `SELECT array_to_string(ARRAY[${hashes.join(',\n')}], E'\\n') AS state`;
}
