import type { Config } from '@patravali/config';
import { Event } from '@patravali/ledger';
import { Organisation } from '@patravali/organisation';
import { applicationDataSource } from '@patravali/schema';

/** Recorded when the demo office is complete, so that it is seeded once. The name stays: existing offices have this event. */
export const SEEDED = 'organisation.demo_furnished';

/** Whether the demo is on and the database is empty, or its demo office was left half seeded. */
export async function wantsSeeding({ demo, databaseUrl }: Config): Promise<boolean> {
  if (!demo) return false;
  const database = await applicationDataSource(databaseUrl, { size: 1 }).initialize();
  try {
    const [office] = await database.manager.find(Organisation, { take: 1 });
    if (!office) return true;
    const { id: subjectId } = office;
    return office.demo && !(await database.manager.existsBy(Event, { subjectId, name: SEEDED }));
  } finally {
    await database.destroy();
  }
}
