import type { Actor } from '@patravali/authorization';
import type { SearchEvents } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { RECEIPTS } from '@patravali/dak';
import { FILES } from '@patravali/files';
import { westernDigits } from '@patravali/language';
import { PEOPLE } from '@patravali/organisation';
import { z } from 'zod';

/** Whose events, and of which files and letters: null where that was not asked. */
export interface EventFilters {
  readonly people: readonly string[] | null;
  readonly things: readonly string[] | null;
}

const COMPUTER_NUMBER = /^\d{1,9}$/;
const FOUND = z.object({ people: z.array(z.uuid()), things: z.array(z.uuid()) });

/**
 * Who is meant by a name or a user name, and what by a number: that of a file, its computer number, or a diary number. Looked up
 * beforehand, so that the search itself is planned knowing how many these are.
 */
export async function eventFiltersOf(
  tx: Transaction,
  { organisationId }: Actor,
  { person, number }: Pick<SearchEvents, 'person' | 'number'>,
): Promise<EventFilters> {
  const typed = number === undefined ? null : westernDigits(number);
  const computerNumber = typed !== null && COMPUTER_NUMBER.test(typed) ? Number(typed) : null;
  const [found] = await tx.select(
    FOUND,
    `SELECT
       (SELECT COALESCE(json_agg(person.id), '[]') FROM ${PEOPLE} WHERE office.id = $1 AND (person.username = lower($2)
         OR strpos(lower(person.name_hi), lower($2)) > 0 OR strpos(lower(person.name_en), lower($2)) > 0)) AS people,
       (SELECT COALESCE(json_agg(thing.id), '[]') FROM (
         SELECT f.id FROM ${FILES} WHERE f.organisation_id = $1 AND f.number = $3
         UNION SELECT f.id FROM ${FILES} WHERE f.organisation_id = $1 AND f.computer_number = $4::integer
         UNION SELECT r.id FROM ${RECEIPTS} WHERE r.organisation_id = $1 AND r.diary_number = $3
         UNION SELECT r.id FROM ${RECEIPTS} WHERE r.organisation_id = $1 AND r.diary_number_hi = $5) thing) AS things`,
    // An abbreviation in Hindi ends in the sign of a zero: it is looked for as it was typed.
    [organisationId, person ?? null, typed, computerNumber, number ?? null],
  );
  return {
    people: person === undefined ? null : (found?.people ?? []),
    things: number === undefined ? null : (found?.things ?? []),
  };
}
