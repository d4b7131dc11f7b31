import { setTimeout as sleep } from 'node:timers/promises';
import { askAhead, inSlices } from './ask-ahead';

describe('answers that are worked on one after the other', () => {
  const upTo = (last: number, told: string[]) => (after?: number) => {
    const next = (after ?? 0) + 1;
    if (next > last) return null;
    told.push(`asked ${next}`);
    return Promise.resolve(next);
  };

  it('come in their order, and the next is asked for before the work on one begins', async () => {
    const told: string[] = [];
    await askAhead(upTo(3, told), async (answer) => {
      await sleep(1);
      told.push(`worked on ${answer}`);
    });
    expect(told).toEqual(['asked 1', 'asked 2', 'worked on 1', 'asked 3', 'worked on 2', 'worked on 3']);
  });

  it('are none when nothing is asked', async () => {
    const work = jest.fn();
    await askAhead(() => null, work);
    expect(work).not.toHaveBeenCalled();
  });

  it('end with work that fails, once what was asked for meanwhile is answered', async () => {
    let answered = false;
    const ask = async (after?: number) => {
      if (after !== undefined) await sleep(5);
      answered = after !== undefined;
      return 1;
    };
    const failing = askAhead(ask, () => {
      throw new Error('changed');
    });
    await expect(failing).rejects.toThrow('changed');
    expect(answered).toBe(true);
  });

  it('end with an answer that fails, after the work on the one before it', async () => {
    const worked: number[] = [];
    const ask = (after?: number) => (after === undefined ? Promise.resolve(1) : Promise.reject(new Error('gone')));
    const failing = askAhead(ask, async (answer) => {
      await sleep(5);
      worked.push(answer);
    });
    await expect(failing).rejects.toThrow('gone');
    expect(worked).toEqual([1]);
  });
});

describe('many rows', () => {
  it('are all worked on in their order, and let others come to their turn', async () => {
    const rows = Array.from({ length: 600 }, (_, row) => row);
    const worked: number[] = [];
    const turn = new Promise<number>((resolve) => setImmediate(() => resolve(worked.length)));
    await inSlices(rows, (row) => {
      worked.push(row);
    });
    expect(worked).toEqual(rows);
    expect(await turn).toBeLessThan(rows.length);
  });
});
