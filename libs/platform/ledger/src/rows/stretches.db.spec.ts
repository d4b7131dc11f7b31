import { randomUUID } from 'node:crypto';
import { useOwner } from '../../../../../test/support/database/owner';
import { boundsOf, isWithin, type Stretch, stretchesOf } from './stretches';

const AT_ONCE = 3;
const ROWS = 10;

describe('a table in stretches', () => {
  const owner = useOwner();
  const reader = {
    query: async <Row>(sql: string, values: unknown[] = []) => (await owner().client.query(sql, values)).rows as Row[],
  };
  const fill = async (table: string, rows: readonly (readonly (string | number | null)[])[]) => {
    await reader.query(`CREATE TEMP TABLE ${table} (a uuid, b uuid, n integer)`);
    for (const row of rows) await reader.query(`INSERT INTO ${table} VALUES ($1, $2, $3)`, [...row]);
  };
  const found = async (table: string, columns: readonly string[]) => {
    const each: { stretch: Stretch; rows: readonly { n: number }[] }[] = [];
    for await (const stretch of stretchesOf(reader, table, columns, AT_ONCE)) {
      const sql = `SELECT t.n FROM ${table} t WHERE ${isWithin('t', columns, stretch)} ORDER BY t.a, t.b, t.n`;
      each.push({ stretch, rows: await reader.query<{ n: number }>(sql, boundsOf(stretch)) });
    }
    return each;
  };
  const numbers = Array.from({ length: ROWS }, (_, n) => n);

  it('is looked at whole, each row once, few at a time', async () => {
    const ids = numbers.map(() => randomUUID()).sort();
    await fill(
      'by_one',
      numbers.map((n) => [ids[n] ?? null, null, n]),
    );
    const each = await found('by_one', ['a']);
    expect(each.flatMap(({ rows }) => rows.map(({ n }) => n))).toEqual(numbers);
    expect(each.map(({ rows }) => rows.length)).toEqual([3, 4, 3]);
    expect(each.map(({ stretch }) => stretch.to)).toEqual([[ids[3]], [ids[7]], null]);
  });

  it('goes on behind a key that many rows share', async () => {
    const [a, ...bs] = [randomUUID(), ...[randomUUID(), randomUUID()].sort()];
    await fill(
      'by_two',
      numbers.map((n) => [a, bs[n < ROWS - 1 ? 0 : 1] ?? null, n]),
    );
    const each = await found('by_two', ['a', 'b']);
    expect(each.flatMap(({ rows }) => rows.map(({ n }) => n))).toEqual(numbers);
  });

  it('ends with rows that have no key, which somebody has put past the rules', async () => {
    const ids = numbers.map(() => randomUUID()).sort();
    await fill(
      'without_key',
      numbers.map((n) => [n === 0 ? null : (ids[n] ?? null), null, n]),
    );
    const each = await found('without_key', ['a']);
    expect(each.flatMap(({ rows }) => rows.map(({ n }) => n)).sort((one, other) => one - other)).toEqual(numbers);
    expect(each.at(-1)?.rows).toContainEqual({ n: 0 });
  });

  it('is one stretch when it is empty', async () => {
    await fill('empty', []);
    expect(await found('empty', ['a'])).toEqual([{ stretch: { from: null, to: null }, rows: [] }]);
  });
});
