import { Addressee, Instant } from '@patravali/contract';
import { select } from '@patravali/database';
import { z } from 'zod';
import { RowMismatch } from '../support/worker/check-rows';
import { useOffice } from '../support/office/office';
import { rowMismatches } from '../support/worker/row-mismatches';

const ROW = z.object({
  id: z.uuid(),
  pages: z.int().nullable(),
  at: Instant,
  party: z.object({ name: z.string() }),
  data: z.record(z.string(), z.unknown()),
});
const GOOD = {
  id: '01a20e3d-5094-73bb-865d-8541f1b028fd',
  pages: null,
  at: '2026-01-02T03:04:05.678Z',
  party: { name: 'क' },
  data: { anything: [1] },
};

const answering = (...rows: object[]) => ({ query: () => Promise.resolve(rows) });
const readAs = (row: z.ZodObject, ...rows: object[]) => select(answering(...rows), row, 'SELECT something FROM here');
const read = (change: object) => readAs(ROW, GOOD, { ...GOOD, ...change });

/** Why the rows were refused; the running test itself is not to fail for it. */
const refusal = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(RowMismatch);
  expect(rowMismatches.splice(0)).toEqual([error]);
  return (error as RowMismatch).message;
};

describe('the rows that a statement answers', () => {
  it('pass as they are declared', async () => {
    await expect(read({ pages: 2 })).resolves.toHaveLength(2);
  });

  it('fail with the beginning of the statement', async () => {
    expect(await refusal(read({ pages: 'two' }))).toContain('SELECT something FROM here');
  });

  it.each([
    ['a column that is not declared', { more: 1 }, '.more: not declared'],
    ['one inside another', { party: { name: 'क', address: '' } }, '.party.address: not declared'],
    ['null where none may be', { id: null }, '.id: declared as string (uuid), was null'],
    ['another type', { pages: '2' }, '.pages: declared as number (safeint), was "2"'],
    ['a list for an object', { party: [] }, '.party: declared as an object, was []'],
    ['an instant as PostgreSQL writes it', { at: '2026-01-02 03:04:05.678+00' }, '.at: declared as string (datetime)'],
    ['an instant without milliseconds', { at: '2026-01-02T03:04:05Z' }, '.at: declared as string (datetime)'],
    ['an instant with microseconds', { at: '2026-01-02T03:04:05.678901Z' }, '.at: declared as string (datetime)'],
    ['an instant of elsewhere', { at: '2026-01-02T03:04:05.678+05:30' }, '.at: declared as string (datetime)'],
    ['a date of JavaScript', { at: new Date() }, '.at: declared as string (datetime)'],
  ])('fail with %s', async (_, change, told) => {
    expect(await refusal(read(change))).toContain(told);
  });

  it('fail without a column that is declared, also inside another', async () => {
    const withoutData = Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== 'data'));
    expect(await refusal(readAs(ROW, withoutData))).toContain('.data: declared, but not there');
    expect(await refusal(read({ party: {} }))).toContain('.party.name: declared, but not there');
  });

  it('may leave out what is optional, and are nothing that a declaration would convert', async () => {
    const row = z.object({ to: Addressee });
    await expect(readAs(row, { to: { name: 'क' } })).resolves.toHaveLength(1);
    expect(await refusal(readAs(row, { to: { name: ' क ' } }))).toContain('.to.name');
    expect(await refusal(readAs(row, { to: { name: 'क', phone: '1' } }))).toContain('.to.phone: not declared');
    const converting = z.object({ n: z.string().transform(Number) });
    expect(await refusal(readAs(converting, { n: '1' }))).toContain('may not convert');
  });

  it('are one of several forms', async () => {
    const row = z.object({
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('page'), page: z.int() }),
        z.object({ kind: z.literal('draft'), id: z.string() }),
      ]),
    });
    await expect(readAs(row, { to: { kind: 'draft', id: 'x' } })).resolves.toHaveLength(1);
    expect(await refusal(readAs(row, { to: { kind: 'page', page: null } }))).toContain('.to.page: declared as number');
  });
});

describe('the rows of the real database', () => {
  const office = useOffice();

  it('have instants in the one form, unless JSON has made them itself', async () => {
    const { manager } = office();
    await expect(select(manager, z.object({ at: Instant }), 'SELECT clock_timestamp() AS at')).resolves.toHaveLength(1);
    const inside = z.object({ row: z.object({ at: Instant }) });
    const sql = `SELECT jsonb_build_object('at', TIMESTAMPTZ '2026-01-02 03:04:05.678901+00') AS row`;
    expect(await refusal(select(manager, inside, sql))).toContain('.row.at: declared as string (datetime)');
  });
});
