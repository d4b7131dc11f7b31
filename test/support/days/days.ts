import { dayInIndia } from '@patravali/language';
import { Client } from '../journeys/client';
import type { JourneyOffice } from '../journeys/office';
import { asOwner } from '../processes/office-owner';

const DAY_MS = 24 * 60 * 60 * 1000;

/** That many days from today, in India. */
export const inDays = (days: number): string => dayInIndia(new Date(Date.now() + days * DAY_MS));

/** No rest days and no holidays in the years of today and of the days to come, whatever day this is tried on. */
export async function theOfficeWorksEveryDay({ url }: JourneyOffice): Promise<void> {
  const administrator = await Client.signIn(() => url, 'anjali');
  const years = new Set([inDays(0), inDays(30)].map((day) => Number(day.slice(0, 4))));
  for (const year of years) await administrator.ask('setCalendar', { body: { year, restDays: [], days: [] } });
}

/** For the office it is that day from now on. */
export async function theDayIs({ dataFolder }: JourneyOffice, day: string): Promise<void> {
  await asOwner(dataFolder, (database) =>
    database.query(
      `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
    ),
  );
}
