import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import { schemaFiles, tableOwners } from '@patravali/schema';

/** As in the folders of the sources. */
const [MOST_FILES, MOST_LINES, WIDEST_LINE] = [15, 300, 120];

describe('the files of the schema', () => {
  const files = schemaFiles();

  it('are called as the one table that they make, or say in kebab case what their functions are about', () => {
    for (const { path, text } of files) {
      const tables = [...text.matchAll(/^CREATE TABLE (\w+)/gm)].map(([, table]) => table);
      const name = basename(path, '.sql');
      expect([path, tables]).toEqual([path, tables.length === 0 && /^[a-z]+(-[a-z]+)*$/.test(name) ? [] : [name]]);
    }
    expect(files.length).toBeGreaterThan(100);
  });

  it('begin with a comment, and are short enough to be read', () => {
    for (const { path, text } of files) {
      const lines = text.split('\n');
      expect([path, lines[0]]).toEqual([path, expect.stringMatching(/^-- \S/) as string]);
      expect([path, lines.length <= MOST_LINES, lines.filter(({ length }) => length > WIDEST_LINE)]).toEqual([
        path,
        true,
        [],
      ]);
    }
  });

  it('lie in folders of at most fifteen', () => {
    const folders = Map.groupBy(files, ({ path }) => dirname(path));
    expect([...folders].filter(([, { length }]) => length > MOST_FILES)).toEqual([]);
  });

  it('hold no function that reads a table of an area above their own', () => {
    const owners = tableOwners();
    const heights = areasFromTheLowest().map((area) => `libs/office/${area}`);
    const heightOf = (folder: string) => heights.indexOf(folder);
    const upward = files.flatMap(({ path, text }) =>
      [...text.matchAll(FUNCTION)].flatMap(([body, name]) =>
        tablesReadIn(body)
          .filter((table) => heightOf(owners[table] ?? '') > heightOf(path.slice(0, path.indexOf('/schema/'))))
          .map((table) => `${path}: ${name ?? ''} reads ${table}`),
      ),
    );
    expect(upward).toEqual([]);
    expect(heights.length).toBeGreaterThan(15);
  });
});

const FUNCTION = /^CREATE FUNCTION (\w+)[\s\S]*?\$\$[\s\S]*?\$\$;$/gm;

const tablesReadIn = (body: string): string[] =>
  [...body.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|USING)\s+(?:public\.)?(\w+)|\bpublic\.(\w+)/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );

/** As the rules for imports have them; the platform lies below all. */
function areasFromTheLowest(): string[] {
  const rules = readFileSync(join(__dirname, '../../../.dependency-cruiser.cjs'), 'utf8');
  const list = /^const AREAS = \[([^\]]*)\]/m.exec(rules)?.[1] ?? '';
  return [...list.matchAll(/'(\w+)'/g)].map(([, area = '']) => area);
}
