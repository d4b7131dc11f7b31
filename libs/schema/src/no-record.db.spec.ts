import { useOwner } from '../../../test/support/database/owner';
import { sealedTables } from './files/sealed-tables';
import { NO_RECORD } from './no-record';

describe('every column of every table', () => {
  const owner = useOwner();

  it('is sealed by events, or stands in the list of what is no record', async () => {
    const { rows } = await owner().client.query<{ table: string; columns: string[] }>(`
      SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' GROUP BY 1`);
    const columnsOf = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
    const tables = sealedTables();
    // What the files say is what the database has.
    const sealed = tables.map(({ name, columns }) => [name, [...columns].sort()] as const);
    expect(Object.fromEntries(sealed)).toEqual(Object.fromEntries(sealed.map(([name]) => [name, columnsOf[name]])));
    const unsealed = Object.keys(columnsOf).filter((table) => !tables.some(({ name }) => name === table));
    const noRecord = tables.flatMap(({ name, noRecord: columns }) => columns.map((column) => `${name}.${column}`));
    expect([...unsealed, ...noRecord].sort()).toEqual(Object.keys(NO_RECORD).sort());
  });

  it('is sealed in the database by these triggers alone, in their words', async () => {
    const { rows } = await owner().client.query<{ name: string; words: string[] }>(`
      SELECT tgrelid::regclass::text AS name, string_to_array(rtrim(encode(tgargs, 'escape'), '\\000'), '\\000') AS words
      FROM pg_trigger WHERE tgfoid = 'seal_row'::regproc`);
    const found = rows.map(({ name, words }) => [name, words]);
    const said = sealedTables().map(({ name, key, noRecord }) => [name, [key.join(' '), ...noRecord]] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(said));
  });
});
