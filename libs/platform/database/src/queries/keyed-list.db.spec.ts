import { z } from 'zod';
import { useOwner } from '../../../../../test/support/database/owner';
import { encodeCursor } from './cursor';
import { afterKey, pageByKey } from './keyed-list';
import { Parameters } from './parameters';
import { projection } from './projection';

const PAPER = projection(z.object({ number: z.int() }), { number: 'p.number' });
const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

describe('a list that is read page by page', () => {
  const owner = useOwner();
  /** Papers 2 and 3 came within the same microsecond, paper 4 one microsecond later; paper 9 is somebody else's. */
  beforeAll(async () => {
    await owner().client.query(
      `CREATE TEMP TABLE paper (id uuid, number integer, at timestamptz, mine boolean);
       INSERT INTO paper VALUES
         ('${id(1)}', 1, '2026-11-24 10:00:00.000001Z', true), ('${id(2)}', 2, '2026-11-24 10:00:00.000002Z', true),
         ('${id(3)}', 3, '2026-11-24 10:00:00.000002Z', true), ('${id(4)}', 4, '2026-11-24 10:00:00.000003Z', true),
         ('${id(9)}', 9, '2026-11-24 10:00:00.000002Z', false)`,
    );
  });

  const database = {
    query: async (sql: string, values?: unknown[]): Promise<unknown> =>
      (await owner().client.query<Record<string, unknown>>(sql, values)).rows,
  };

  const page = (direction: 'ASC' | 'DESC', limit: number, cursor?: string, first?: readonly string[]) => {
    const parameters = new Parameters();
    const where = [`p.mine = ${parameters.bind(true)}`, 'p.number < 9'];
    const order = { column: 'p.at', type: 'timestamptz', direction } as const;
    const list = {
      projection: PAPER,
      source: 'paper p',
      where,
      parameters,
      order,
      id: 'p.id',
      ...(first && { first }),
    };
    return pageByKey(database, list, { limit, cursor });
  };

  const walk = async (direction: 'ASC' | 'DESC', limit: number, first?: readonly string[]) => {
    const pages: number[][] = [];
    for (let cursor: string | null | undefined; cursor !== null && pages.length < 9;) {
      const { items, next } = await page(direction, limit, cursor, first);
      pages.push(items.map(({ number }) => number));
      cursor = next;
    }
    return pages;
  };

  it('shows every row once, rows of the same microsecond in the order of their ids, in either direction', async () => {
    expect(await walk('ASC', 2)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await walk('DESC', 2)).toEqual([
      [4, 3],
      [2, 1],
    ]);
    expect(await walk('ASC', 3)).toEqual([[1, 2, 3], [4]]);
    expect(await walk('DESC', 1)).toEqual([[4], [3], [2], [1]]);
    expect(await walk('ASC', 9)).toEqual([[1, 2, 3, 4]]);
  });

  it('shows the few for which a condition holds before all others, on whichever page that is', async () => {
    const EVEN = ['p.number = 2 OR p.number = 4'];
    expect(await walk('ASC', 9, EVEN)).toEqual([[2, 4, 1, 3]]);
    expect(await walk('DESC', 9, EVEN)).toEqual([[4, 2, 3, 1]]);
    expect(await walk('ASC', 1, EVEN)).toEqual([[2], [4], [1], [3]]);
    expect(await walk('DESC', 2, EVEN)).toEqual([
      [4, 2],
      [3, 1],
    ]);
    expect(await walk('DESC', 3, EVEN)).toEqual([[4, 2, 3], [1]]);
    expect(await walk('ASC', 3, ['false'])).toEqual([[1, 2, 3], [4]]);
    expect(await walk('ASC', 3, ['true'])).toEqual([[1, 2, 3], [4]]);
    for (const cursor of ['0.nonsense', 'nonsense', '7.', `x.${encodeCursor(['x'])}`])
      await expect(page('ASC', 2, cursor, EVEN)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('shows the parts one after the other, a row for which several conditions hold in the first of them', async () => {
    const PARTS = ['p.number = 3', 'p.number >= 3', 'p.number = 2'];
    expect(await walk('ASC', 9, PARTS)).toEqual([[3, 4, 2, 1]]);
    expect(await walk('ASC', 1, PARTS)).toEqual([[3], [4], [2], [1]]);
    expect(await walk('DESC', 3, PARTS)).toEqual([[3, 4, 2], [1]]);
  });

  it('refuses a place in the list that it has not given', async () => {
    await expect(page('ASC', 2, 'nonsense')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(page('ASC', 2, encodeCursor(['x']))).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(page('ASC', 2, encodeCursor(['x', 1]))).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(page('ASC', 2, encodeCursor([1, 'x']))).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(page('ASC', 2, '')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('asks nothing of the first page, and of a next one that its rows come after the last', () => {
    const order = { column: 'p.due_on', type: 'date', direction: 'DESC' } as const;
    const parameters = new Parameters();
    expect(afterKey(undefined, order, 'p.id', parameters)).toEqual([]);
    const cursor = encodeCursor(['2026-11-24', id(1)]);
    expect(afterKey(cursor, order, 'p.id', parameters)).toEqual(['(p.due_on, p.id) < ($1::date, $2::uuid)']);
    expect(parameters.values).toEqual(['2026-11-24', id(1)]);
  });
});
