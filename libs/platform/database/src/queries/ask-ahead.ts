import { setImmediate as turn } from 'node:timers/promises';

/**
 * Works on one answer after the other. The database is asked for the next before the work on one begins, and answers meanwhile.
 * @param ask what comes after this answer, or comes first; null: nothing does.
 */
export async function askAhead<Answer>(
  ask: (after?: Answer) => Promise<Answer> | null,
  work: (answer: Answer) => Promise<void> | void,
): Promise<void> {
  for (let asked = ask(); asked;) {
    const answer = await asked;
    const next = ask(answer);
    // Whoever asked for it has it before him even if the work fails; why it failed itself comes out when its turn comes.
    const isAnswered = next?.catch(() => undefined);
    try {
      await work(answer);
    } catch (error) {
      await isAnswered;
      throw error;
    }
    asked = next;
  }
}

/** Worked on without a pause. */
const AT_ONCE = 250;

/** Works on many rows, and lets others come to their turn now and then: the connection, that it asks the next. */
export async function inSlices<Row>(rows: readonly Row[], work: (row: Row) => void): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    if (at > 0) await turn();
    for (const row of rows.slice(at, at + AT_ONCE)) work(row);
  }
}
