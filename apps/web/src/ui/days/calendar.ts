import { queryOf } from '../../api/query-of';

const AN_HOUR = 3_600_000;
const KNOWN_YEARS = { first: 2000, last: 2200 };

/** On which days of a year the office works, and for how many of them a post may keep a case. */
export const calendarOf = (year: number) =>
  queryOf(
    'getCalendar',
    { query: { year } },
    { staleTime: AN_HOUR, enabled: year >= KNOWN_YEARS.first && year <= KNOWN_YEARS.last },
  );
