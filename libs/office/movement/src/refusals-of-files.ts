import { Refusal } from '@patravali/errors';

/** Why an act could not be done, by the id of the file; a file that is not named could be touched. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** What a rule refuses that asks of no single file; null if it does not. */
export async function refusalOf(asked: Promise<void>): Promise<Refusal | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Asks the rules of each file in turn. */
export async function eachRefusal(fileIds: readonly string[], refuse: (fileId: string) => unknown): Promise<Refusals> {
  const refusals = new Map<string, Refusal>();
  for (const fileId of fileIds) {
    try {
      await refuse(fileId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(fileId, error);
    }
  }
  return refusals;
}
