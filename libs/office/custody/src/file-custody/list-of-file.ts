import type { Actor } from '@patravali/authorization';
import type { PageRows, PageQuery } from '@patravali/contract';
import {
  decodeCursor,
  Parameters,
  type Projection,
  type RowType,
  select,
  type SqlRunner,
  toPage,
} from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import { z } from 'zod';
import { CUSTODY, mayReadFile } from './readable-files';

export interface ListOfFile<Row extends RowType> {
  readonly projection: Projection<Row>;
  /** A table with the alias `r`, and what is joined to it; or made of it, with values that it binds. */
  readonly source: string | ((parameters: Parameters) => string);
  /** The column of `r` that names the file. */
  readonly file: string;
  /** The field that numbers the rows within the file: the list is in its order and paged by it. */
  readonly key: keyof z.output<Row> & string;
}

/**
 * A page of what lies on a file (its notes, letters, drafts) or happened to it (its movements, events): one statement, and one
 * more of a file graded above normal, which is opened with it.
 * The first page begins with the row that is numbered `from`.
 * @throws Refusal `not-found` for whoever may not read the file; a file without such rows answers an empty page.
 */
export async function listOfFile<Row extends RowType>(
  database: SqlRunner,
  actor: Actor,
  fileId: string,
  query: PageQuery & { readonly from?: number | undefined },
  { projection, source, file, key }: ListOfFile<Row>,
): Promise<PageRows<z.output<Row>>> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const after = query.cursor ? decodeCursor(query.cursor, ['number'])[0] : (query.from ?? 1) - 1;
  const number = projection.expressions[key];
  const rows = typeof source === 'string' ? source : source(parameters);
  const [found] = await select(
    database,
    z.object({ items: z.array(projection.row), graded: z.boolean() }),
    `SELECT COALESCE((SELECT json_agg(page.item ORDER BY page.number) FROM (
         SELECT ${projection.json} AS item, ${number} AS number FROM ${rows}
         WHERE r.organisation_id = c.organisation_id AND ${file} = c.file_id AND ${number} > ${bind(after)}
         ORDER BY ${number} LIMIT ${bind(query.limit + 1)}) page), '[]') AS items, c.grading <> 'normal' AS graded
     FROM ${CUSTODY} WHERE c.file_id = ${bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
    parameters.values,
  );
  if (!found) throw new Refusal('not-found');
  if (found.graded && !actor.readsForPrint)
    await countReading(database, actor, { item: { kind: 'file', id: fileId }, act: 'opened' });
  return toPage(
    found.items,
    query.limit,
    (item) => item,
    (item) => [Number(item[key])],
  );
}
