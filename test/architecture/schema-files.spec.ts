import { dirname, basename } from 'node:path/posix';
import { schemaFiles } from '@patravali/schema';

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
});
