import { Refusal } from './refusal';

/** Why an act could not be done, by the id of the file or receipt; what is not named could be touched. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** What a rule refuses that asks of no single file; null if it does not. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Asks the rules of each in turn. */
export async function eachRefusal(ids: readonly string[], refuse: (id: string) => unknown): Promise<Refusals> {
  const refusals = new Map<string, Refusal>();
  for (const id of ids) {
    try {
      await refuse(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(id, error);
    }
  }
  return refusals;
}
