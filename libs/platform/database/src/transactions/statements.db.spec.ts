import { Socket } from 'node:net';
import type { Actor } from '@patravali/authorization';
import { FileCustody } from '@patravali/custody';
import { Refusal } from '@patravali/errors';
import { Post } from '@patravali/organisation';
import type { FindOptionsWhere } from 'typeorm';
import { z } from 'zod';
import type { Transaction } from '@patravali/database';
import { useOffice } from '../../../../../test/support/office/office';

const One = z.object({ one: z.int() });

describe('the statements of a command', () => {
  const office = useOffice({ holds: 'section' });
  const aso = () => office().at('ASO');
  const keyed = (key: string): Actor => ({ ...aso(), idempotency: { key, requestHash: 'a' } });
  const run = <T extends object>(by: Actor, work: (tx: Transaction) => Promise<T>) =>
    office().transactions.run(by, async (tx) => {
      const answer = await work(tx);
      await tx.record('user.signed_in', by.userId);
      return answer;
    });
  /** A command that writes and waits for nothing. */
  const only = (write: (tx: Transaction) => Promise<void>) => async (tx: Transaction) => {
    await write(tx);
    return {};
  };
  const wrong = (tx: Transaction) => tx.execute('INSERT INTO event (id) VALUES ($1)', ['no uuid']);
  const WRONG = { driverError: { code: '22P02', severity: 'ERROR' } };
  afterEach(() => jest.restoreAllMocks());

  it('leave together: the first reads with BEGIN and the key, the last writes with the COMMIT', async () => {
    const command = (tx: Transaction) =>
      Promise.all([tx.find(Post, { id: aso().postId }), tx.select(One, 'SELECT $1::int AS one', [1])]);
    for (const time of ['parsed', 'planned']) await run(keyed(time), command);
    const sent = jest.spyOn(Socket.prototype, 'write');
    await run(keyed('counted'), command);
    // Jobs look for work meanwhile, each with one statement.
    const pieces = sent.mock.calls.map(([bytes]) => String(bytes)).filter((text) => /BEGIN|COMMIT/.test(text));
    expect(pieces.map((text) => [text.includes('BEGIN'), text.includes('COMMIT')])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(pieces[1]).toContain('counted');
  });

  it('have no effect when one of those fails that nobody waits for, and its error is the command’s', async () => {
    const before = await office().counts();
    await expect(run(keyed('w1'), only(wrong))).rejects.toMatchObject(WRONG);
    // What is asked behind it is refused for its sake, and not because the transaction has failed.
    const reading = run(keyed('w2'), async (tx) => {
      await wrong(tx);
      return await tx.select(One, 'SELECT $1::int AS one', [1]);
    });
    await expect(reading).rejects.toMatchObject(WRONG);
    // Nor does whoever overlooks an error commit the rest.
    const overlooking = run(keyed('w3'), async (tx) => {
      await wrong(tx);
      return await tx.select(One, 'SELECT 1 AS one').catch(() => []);
    });
    await expect(overlooking).rejects.toMatchObject(WRONG);
    // A value that the driver cannot send is noticed before anything leaves, also right before the COMMIT.
    const unsendable: Record<string, unknown> = {};
    unsendable.self = unsendable;
    const unsent = run(
      keyed('w4'),
      only((tx) => tx.execute('SELECT $1::jsonb', [unsendable])),
    );
    await expect(unsent).rejects.toThrow(/circular/);
    expect(await office().counts()).toEqual(before);
  });

  it('leave no transaction open, and are asked of none, when the command is refused over a write that fails', async () => {
    let late: Transaction | undefined;
    const refused = run(aso(), async (tx) => {
      late = tx;
      await wrong(tx);
      throw new Refusal('not-found');
    });
    await expect(refused).rejects.toMatchObject({ code: 'not-found' });
    await expect(late?.select(One, 'SELECT 1 AS one')).rejects.toThrow('rolled back');
    const open = `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    expect(await office().rows(open)).toEqual([]);
  });

  it('change exactly one row where they say so', async () => {
    await office().newFile(aso());
    const before = await office().counts();
    const DIVIDED = { driverError: { code: '22012' } };
    const changing = (where: FindOptionsWhere<FileCustody>) =>
      run(
        aso(),
        only((tx) => tx.update(FileCustody, where, { version: 9 })),
      );
    await expect(changing({ fileId: aso().postId })).rejects.toMatchObject(DIVIDED);
    await office().newFile(aso());
    await expect(changing({ organisationId: office().id })).rejects.toMatchObject(DIVIDED);
    expect(await office().rows('SELECT FROM file_custody WHERE version = 9')).toEqual([]);
    expect((await office().counts()).event).toBe((before.event ?? 0) + 1);
  });

  it('are done once when the same request comes many times at once, and all are given its answer', async () => {
    const before = Number((await office().counts()).event);
    let works = 0;
    const command = async (tx: Transaction) => {
      const [row] = await tx.select(One, 'SELECT $1::int AS one', [++works]);
      return { work: row?.one };
    };
    const answers = await Promise.all(Array.from({ length: 12 }, () => run(keyed('many'), command)));
    expect(new Set(answers.map(({ work }) => work)).size).toBe(1);
    expect((await office().counts()).event).toBe(before + 1);
    const other = { ...aso(), idempotency: { key: 'many', requestHash: 'b' } };
    await expect(run(other, command)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});
