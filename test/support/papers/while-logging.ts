import { setTimeout as sleep } from 'node:timers/promises';
import { Sequencer } from '@patravali/ledger';
import type { TestOffice } from '../office/test-office';

const BETWEEN_ROUNDS_MS = 20;

/** What is done while events come into the log, as they do in an office that is open. */
export async function whileLogging<T>(
  office: Pick<TestOffice, 'get'>,
  work: () => Promise<T>,
  sequencer = office.get(Sequencer),
): Promise<T> {
  const logging = new AbortController();
  const done = work().finally(() => logging.abort());
  const rounds = async () => {
    while (!logging.signal.aborted) {
      while (await sequencer.round());
      await sleep(BETWEEN_ROUNDS_MS);
    }
  };
  const [answer] = await Promise.all([done, rounds()]);
  return answer;
}
