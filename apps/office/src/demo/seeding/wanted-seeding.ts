import type { Config } from '@patravali/config';
import { Event } from '@patravali/ledger';
import { Organisation } from '@patravali/organisation';
import { applicationDataSource } from '@patravali/schema';

/** Recorded when the demo office is complete, so that it is seeded once. The name stays: existing offices have this event. */
export const SEEDED = 'organisation.demo_furnished';

/** What is to be seeded: all of the demo office in an empty database, the rest where its seeding was stopped, or nothing. */
export async function wantedSeeding({ demo, databaseUrl }: Config): Promise<'whole' | 'rest' | undefined> {
  if (!demo) return undefined;
  const database = await applicationDataSource(databaseUrl, { size: 1 }).initialize();
  try {
    const [office] = await database.manager.find(Organisation, { take: 1 });
    if (!office) return 'whole';
    const { id: subjectId } = office;
    const isHalf = office.demo && !(await database.manager.existsBy(Event, { subjectId, name: SEEDED }));
    return isHalf ? 'rest' : undefined;
  } finally {
    await database.destroy();
  }
}
