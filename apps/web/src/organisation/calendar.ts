import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';

const AN_HOUR = 3_600_000;
const KNOWN_YEARS = { first: 2000, last: 2200 };

/** On which days of a year the office works, and for how many of them a post may keep a case. */
export const calendarOf = (year: number) =>
  queryOptions({
    queryKey: keyOf('getCalendar', year),
    queryFn: ({ signal }) => call('getCalendar', { query: { year } }, { signal }),
    staleTime: AN_HOUR,
    enabled: year >= KNOWN_YEARS.first && year <= KNOWN_YEARS.last,
  });
