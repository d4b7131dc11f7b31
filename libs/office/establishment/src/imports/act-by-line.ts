import type { Actor } from '@patravali/authorization';
import type { LineChange, ListImported } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { Refused } from '@patravali/operations';

/** What became of a line, or would. */
export interface LineDone {
  readonly row: number;
  readonly name: string;
  readonly change: LineChange | 'same' | null;
  readonly refusal: Refused | null;
}

/** Does what a list says. */
export type ListWork = (tx: Transaction) => Promise<LineDone[]>;

interface Line {
  readonly row: number;
  readonly name: string;
}

interface Acting<Of extends Line> {
  /** One act, by the same rule as when it is done by hand. */
  readonly act: (line: Of) => Promise<LineChange | 'same'>;
  /** Which column says what a request names otherwise: `name/hi` is `nameHi`. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Does the lines one after the other: a line that is refused says why, and the next ones are looked at all the same. */
export async function actByLine<Of extends Line>(
  tx: Transaction,
  lines: readonly Of[],
  { act, columns }: Acting<Of>,
): Promise<LineDone[]> {
  const done: LineDone[] = [];
  for (const line of lines) {
    const { row, name } = line;
    try {
      done.push({ row, name, change: await tx.act(() => act(line)), refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      done.push({ row, name, change: null, refusal: inColumns(error, columns) });
    }
  }
  return done.sort((one, other) => one.row - other.row);
}

function inColumns({ code, params, errors }: Refusal, columns: Readonly<Record<string, string>>): Refused {
  const columnOf = (pointer: string) => {
    const path = pointer.replace(/^#\//, '');
    const [field = ''] = path.split('/');
    return columns[path] ?? columns[field] ?? field;
  };
  return { code, params, errors: errors.map((error) => ({ ...error, pointer: `#/${columnOf(error.pointer)}` })) };
}

/** What was done carries this out of its transaction, which is rolled back. */
class TakenBack extends Error {
  constructor(readonly done: readonly LineDone[]) {
    super('taken back');
  }
}

/** What the list would do: it is done, and taken back. Lines that say what is already so are counted alone. */
export async function rehearse(
  transactions: Transactions,
  actor: Actor,
  work: ListWork,
): Promise<{ items: (LineDone & { readonly change: LineChange | null })[]; same: number }> {
  const done = await transactions
    .run(actor, async (tx): Promise<never> => {
      const lines = await work(tx);
      // Asked for, so that what was written has been answered.
      await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
      throw new TakenBack(lines);
    })
    .catch((error: unknown) => {
      if (error instanceof TakenBack) return error.done;
      throw error;
    });
  const items = done.flatMap(({ change, ...line }) => (change === 'same' ? [] : [{ ...line, change }]));
  return { items, same: done.length - items.length };
}

/** How many lines did what, as the event of a list says it. */
export interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
}

/** Does what the list says, all of it or nothing. @throws Refusal `list-with-mistakes`, `list-without-changes` */
export async function doList(
  transactions: Transactions,
  actor: Actor,
  work: ListWork,
  record: (tx: Transaction, data: Counted) => Promise<void>,
): Promise<ListImported> {
  return await transactions.run(actor, async (tx) => {
    const done = await work(tx);
    const wrong = done.filter(({ refusal }) => refusal !== null);
    if (wrong.length > 0) throw new Refusal('list-with-mistakes', { count: wrong.length, row: wrong[0]?.row });
    const count = (change: LineDone['change']) => done.filter((line) => line.change === change).length;
    const [added, changed, ended, same] = [count('created'), count('changed'), count('ended'), count('same')];
    if (same === done.length) throw new Refusal('list-without-changes');
    await record(tx, { added, changed, ended });
    return { created: added, changed, ended, same };
  });
}
