import { dayInIndia } from '@patravali/language';
import type { JourneyOffice } from '../journeys/office';
import { asOwner } from '../processes/office-owner';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day in India so many days ago. */
export const daysAgo = (days: number): string => dayInIndia(new Date(Date.now() - days * DAY_MS));

/**
 * From now on it is so many days ago, or parts of a day, in a running office, so that it comes to have a past. Only who owns the database can do that, and
 * only with the trigger off that forbids it: the clock of an office never goes back.
 */
export async function beDaysAgo({ dataFolder }: Pick<JourneyOffice, 'dataFolder'>, days: number): Promise<void> {
  await asOwner(dataFolder, (database) =>
    database.query(`
      ALTER TABLE office_clock DISABLE TRIGGER USER;
      INSERT INTO office_clock (behind) VALUES (INTERVAL '${days} days')
        ON CONFLICT (only_one) DO UPDATE SET behind = EXCLUDED.behind;
      ALTER TABLE office_clock ENABLE TRIGGER USER`),
  );
}
