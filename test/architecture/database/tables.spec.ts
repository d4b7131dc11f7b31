import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tableOwners } from '@patravali/schema';
import ts from 'typescript';
import { useOwner } from '../../support/database/owner';
import { entitiesWrittenIn, typedByHandIn } from '../../support/sources/row-writes';
import { type Source, sourcesIn } from '../../support/sources/sources';
import { tablesNamedIn } from '../../support/sources/table-uses';

const OWNERS = tableOwners();
const TABLES = new Set(Object.keys(OWNERS));
/** A migration may change tables of several areas. */
const MIGRATIONS = 'libs/schema/src/migrations/';

const SERVER = sourcesIn('apps/api', 'apps/worker', 'apps/office', 'libs/*', 'libs/*/*').filter(
  ({ path }) => !path.startsWith(MIGRATIONS),
);

const parsed = new Map<string, ts.SourceFile>();
/** Each once, however many of the rules below look into it. */
function parse({ path, text }: Source): ts.SourceFile {
  const known = parsed.get(text) ?? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  parsed.set(text, known);
  return known;
}
const belongsTo = (path: string, table: string) => path.startsWith(`${OWNERS[table] ?? '?'}/`);

describe('the tables of the office', () => {
  const owner = useOwner();

  it('have exactly one owner each, whose folder is there', async () => {
    const { rows } = await owner().client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    expect([...TABLES].sort()).toEqual(rows.map(({ name }) => name).sort());
    for (const folder of Object.values(OWNERS)) {
      expect([folder, existsSync(join(__dirname, '../../..', folder, 'src/index.ts'))]).toEqual([folder, true]);
    }
  });

  it('are named in SQL by their owners alone', () => {
    const uses = SERVER.flatMap((source) =>
      tablesNamedIn(parse(source), TABLES).map((table) => ({ path: source.path, table })),
    );
    expect(uses.filter(({ path, table }) => !belongsTo(path, table))).toEqual([]);
    expect(new Set(uses.map(({ table }) => table))).toEqual(TABLES);
  });

  it('are written through their entities by their owners alone', () => {
    const tableOf = new Map(
      SERVER.flatMap(({ text }) =>
        [...text.matchAll(/@Entity\('(\w+)'\)\s+export class (\w+)/g)].map(([, table = '', name = '']) => [
          name,
          table,
        ]),
      ),
    );
    const writes = SERVER.flatMap((source) =>
      entitiesWrittenIn(parse(source)).map((entity) => ({
        path: source.path,
        entity,
        table: tableOf.get(entity) ?? '',
      })),
    ).filter(({ table }) => table !== '');
    expect(writes.filter(({ path, table }) => !belongsTo(path, table))).toEqual([]);
    expect(writes.length).toBeGreaterThan(20);
  });

  it('are read through `select`, whose declaration tests can hold against the rows', () => {
    const typed = SERVER.filter(({ path }) => /^(apps|libs\/office)\//.test(path)).flatMap((source) =>
      typedByHandIn(parse(source)).map((text) => `${source.path}: ${text}`),
    );
    expect(typed).toEqual([]);
  });
});

const sample = (text: string) => parse({ path: 'libs/office/somewhere/src/sample.ts', text });

describe('the finder of tables in SQL', () => {
  it.each([
    ['after FROM', "const sql = 'SELECT id FROM note WHERE id = $1';"],
    ['after JOIN', 'const sql = `SELECT 1 FROM ${HERE} LEFT JOIN note n ON n.id = $1`;'],
    ['after INTO', "tx.execute('INSERT INTO note (id) VALUES ($1)');"],
    ['after UPDATE', "tx.execute('UPDATE note SET number = 1');"],
    ['after ONLY', "tx.execute('DELETE FROM ONLY note');"],
    ['after TABLE', "tx.execute('ALTER TABLE IF EXISTS note ADD COLUMN x text');"],
    ['after USING', "tx.execute('DELETE FROM x USING note n WHERE true');"],
    ['after TRUNCATE', "tx.execute('TRUNCATE note');"],
    ['after LATERAL', "tx.execute('SELECT FROM x, LATERAL (SELECT 1 FROM note) y');"],
    ['after a comma in a list', "tx.execute('SELECT FROM x a, note n WHERE true');"],
    ['after a comma and brackets', "tx.execute('SELECT FROM (SELECT 1, 2) a, f(1, 2) b, note n');"],
    ['after a comma and a table that only the program knows', 'tx.execute(`SELECT FROM ${HERE}, note WHERE true`);'],
    ['in a statement inside another', "tx.execute('SELECT (SELECT count(*) FROM note) AS notes FROM x');"],
    ['in small letters, in quotes, with its schema', `tx.execute('select id from public."note" n');`],
    ['at the beginning of a piece', "const source = { rows: 'note n JOIN x ON true' };"],
    ['as a whole piece', "const NOTES = 'note n';"],
    ['as a piece with AS', "const NOTES = 'note AS n';"],
    ['as a piece that goes on', 'const NOTES = `note n ${joined}`;'],
    ['as a piece after a comma', "const more = ', note n';"],
    ['as a piece after what only the program knows', 'const more = `${HERE}, note n WHERE true`;'],
    ['as a piece without another name', "const NOTES = 'note JOIN x ON true';"],
    ['by itself', "register({ table: 'note' });"],
    ['by itself in a list', "const tables = ['x', 'note'];"],
    ['by itself as an argument', "rowsOfTable('note');"],
    ['as the table of an entity', "@Entity('note') class Note {}"],
    ['put together with +', "const sql = 'SELECT FROM ' + 'note' + ' n';"],
    ['put together in a template', "const name = 'note'; const sql = `SELECT FROM ${name} n`;"],
    ['inside a template', "const sql = `SELECT ${all ? 'x' : '(SELECT 1 FROM note)'} AS y`;"],
  ])('finds a table %s', (_, text) => {
    expect(tablesNamedIn(sample(text), TABLES)).toEqual(['note']);
  });

  it('finds a name that can be nothing else wherever it stands alone', () => {
    expect(tablesNamedIn(sample("rowsOf('file_custody');"), TABLES)).toEqual(['file_custody']);
  });

  it.each([
    ['a kind', "const kind = 'note';"],
    ['a column', "const sql = 'SELECT x.note, y.post FROM x, y';"],
    ['another name for something', 'const sql = `SELECT 1 FROM ${HERE} note WHERE note.id = $1`;'],
    ['a foreign key', "tx.execute('CREATE TABLE x (id uuid REFERENCES note)');"],
    ['the name of a module', "import { note } from 'note';"],
    ['a list of values', "tx.execute('SELECT a FROM x WHERE b IN (c, note) ORDER BY d, note');"],
  ])('takes %s for no table', (_, text) => {
    expect(tablesNamedIn(sample(text), TABLES)).toEqual([]);
  });
});

describe('the finder of written rows', () => {
  it.each([
    ['tx.insert(Note, {});'],
    ['tx.update(Note, { id }, {});'],
    ['await this.database.manager.delete(Note, { id });'],
    ['manager.upsert(Note, {}, []);'],
    ['manager.createQueryBuilder().insert().into(Note);'],
    ['manager.getRepository(Note).insert({});'],
    ["import { Note as Other } from '@patravali/notes'; tx.insert(Other, {});"],
  ])('finds %s', (text) => {
    expect(entitiesWrittenIn(sample(text))).toEqual(['Note']);
  });

  it('takes reading for no writing', () => {
    expect(
      entitiesWrittenIn(sample('tx.lock(Note, { id }); tx.find(Note, { id }); manager.findBy(Note, {});')),
    ).toEqual([]);
  });
});

describe('the finder of rows that are typed by hand', () => {
  it.each([
    ['manager.query<Row[]>(sql);'],
    ['const rows = (await manager.query(sql)) as Row[];'],
    ['const rows = (await tx.select(ROW, sql))[0] as Row;'],
    ['const rows = (await client.query(sql)).rows as Row[];'],
    ['const rows: Row[] = await manager.query(sql);'],
    ['rows = await manager.query(sql);'],
    ['const read = (): Promise<Row[]> => manager.query(sql);'],
    ['async function f(): Promise<Row[]> { return await manager.query(sql); }'],
  ])('finds %s', (text) => {
    expect(typedByHandIn(sample(text))).not.toEqual([]);
  });

  it.each([
    ['const rows = await select(manager, ROW, sql);'],
    ['await manager.query(sql);'],
    ['const x = y as const;'],
  ])('lets pass %s', (text) => {
    expect(typedByHandIn(sample(text))).toEqual([]);
  });
});
