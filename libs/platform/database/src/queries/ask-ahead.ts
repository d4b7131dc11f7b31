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
