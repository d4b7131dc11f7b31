import { recordEvent } from '../../event/record-event';
import { lossEntry } from '../notes/own-entries';
import { countEntries, organisationsWithEvents, type Statements, takeEntries } from '../keeping/log-rows';

/**
 * After a backup was restored whose log fits its rows, nothing shows that there was more: the log says so itself, from its next
 * entry on. Nobody knows what was signed after that moment.
 * @param reason one line, which the log bears for good.
 */
export async function tellOfRestore(tx: Statements, reason: string): Promise<void> {
  const from = await countEntries(tx);
  await takeEntries(tx, [lossEntry({ from, to: null }, { at: new Date(), reason })]);
  for (const organisationId of await organisationsWithEvents(tx))
    await tellOfResumption(tx, organisationId, { reason });
}

/** The event of an organisation whose log goes on. */
export async function tellOfResumption(
  tx: Statements,
  organisationId: string,
  { reason, ...lost }: { reason: string | null; readonly restoredEntries?: number; readonly lostEvents?: number },
): Promise<void> {
  const writer = {
    execute: async (sql: string, values: unknown[]) => {
      await tx.query(sql, values);
    },
  };
  const by = { organisationId, userId: null, postId: null, capacity: null };
  await recordEvent(writer, by, {
    subjectId: organisationId,
    name: 'organisation.log_resumed',
    reason: reason ?? undefined,
    data: lost,
  });
}
