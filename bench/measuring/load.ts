import { performance } from 'node:perf_hooks';

/** So many clients, each with its next act as soon as the last is done, for so many milliseconds. @returns acts a second. */
export async function actsPerSecond(
  clients: number,
  forMs: number,
  act: (client: number) => Promise<void>,
): Promise<number> {
  const [begin, end] = [performance.now(), performance.now() + forMs];
  let acts = 0;
  const work = async (client: number) => {
    while (performance.now() < end) {
      await act(client);
      acts += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return acts / ((performance.now() - begin) / 1000);
}

/** @returns milliseconds. */
export async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}
