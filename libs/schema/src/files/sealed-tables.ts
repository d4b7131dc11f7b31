import type { SealedTable } from '@patravali/ledger';
import { schemaOfFiles } from './schema-files';

const SEALED =
  /^CREATE TRIGGER \w+ AFTER INSERT OR UPDATE OR DELETE ON (\w+)\s+FOR EACH ROW EXECUTE FUNCTION seal_row\(([^)]*)\)$/;
const COLUMN = /^ {2}"?([a-z]\w*)"? (\w+(?:\[\])?)/gm;

/** The tables of the record, as the triggers in the files of the schema name them. */
export function sealedTables(): SealedTable[] {
  const { tables, triggers } = schemaOfFiles();
  const textOf = new Map(tables.map(({ name, text }) => [name, text]));
  return triggers.flatMap(({ statements }) => {
    const [, name, words = ''] = SEALED.exec(statements[0] ?? '') ?? [];
    if (!name) return [];
    const [key = '', ...noRecord] = words.split(',').map((word) => word.trim().replaceAll("'", ''));
    const written = [...(textOf.get(name) ?? '').matchAll(COLUMN)];
    const types = Object.fromEntries(written.map(([, column = '', type = '']) => [column, type]));
    return [{ name, columns: Object.keys(types), types, key: key.split(' '), noRecord }];
  });
}
