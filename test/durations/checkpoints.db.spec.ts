import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCheckpoint } from '../../libs/platform/ledger/test/read-log';
import { useLog } from '../../libs/platform/ledger/test/use-log';
import { slowdown } from '../support/journeys/pace';
import { timeOf } from '../support/processes/pace';

const EVENTS = 50;
/** On a machine that has a processor to spare. */
const WITHIN_MS = 2000;

describe('an event', () => {
  const { said, store, sql, candidate, write } = useLog();

  it(`is in a checkpoint within two seconds, at ${EVENTS} a second`, async () => {
    const sequencer = candidate();
    sequencer.start();
    const waited: number[] = [];
    for (let second = 0; second < 3; second++) {
      const took = await timeOf(async () => {
        const size = Number((await sql('SELECT count(*)::int AS events FROM event'))[0]?.events) + EVENTS;
        await write(randomUUID(), EVENTS);
        waited.push(
          await timeOf(async () => {
            while (((await readCheckpoint(store()))?.size ?? 0) < size) await sleep(20);
          }),
        );
      });
      await sleep(Math.max(0, 1000 - took));
    }
    await sequencer.stop();
    expect(said).toEqual([]);
    expect(Math.min(...waited)).toBeLessThan(WITHIN_MS * (await slowdown()));
  });
});
