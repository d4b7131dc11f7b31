import { timeOf } from '../support/processes/pace';

const ROUNDS = 3;
const SAMPLES = 20;

/**
 * How many times as long something takes on a larger thing as on a smaller one: measured in turns, the best of three rounds,
 * so that other programs of the machine do not tell.
 */
export async function growth(small: () => unknown, large: () => unknown): Promise<number> {
  let [least, most] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    least = Math.min(least, await timeOf(async () => await small()));
    most = Math.min(most, await timeOf(async () => await large()));
  }
  return most / least;
}

/**
 * How many times as long an act takes while something else goes on as it takes alone: the medians of a number of times, measured in
 * turns, the best of three rounds.
 * @param during does the work that it is given while the other thing goes on.
 */
export async function slowedBy(
  during: (work: () => Promise<void>) => Promise<void>,
  act: () => Promise<unknown>,
): Promise<number> {
  let [alone, beside] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    alone = Math.min(alone, await median(act));
    await during(async () => {
      beside = Math.min(beside, await median(act));
    });
  }
  return beside / alone;
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) times.push(await timeOf(act));
  return times.toSorted((one, other) => one - other)[SAMPLES / 2] ?? NaN;
}
