import { Refusal } from './refusal';

/** Why an act could not be done, by the id of the file or receipt; what is not named could be touched. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** Asks the rule of an act of each in turn. */
export function eachRefusal(ids: readonly string[], rule: (id: string) => void): Refusals {
  const refusals = new Map<string, Refusal>();
  for (const id of ids) {
    try {
      rule(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(id, error);
    }
  }
  return refusals;
}
