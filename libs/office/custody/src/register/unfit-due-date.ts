import { type Bilingual, WEEKDAYS } from '@patravali/contract';
import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { label } from '@patravali/messages';
import { workOn, type Worked } from '@patravali/organisation';

/**
 * Nothing is asked for by a day that has passed in India, or on which the office does not work; the database holds the same
 * of every movement.
 * @param pointer where in the request the day stands
 * @throws Refusal `due-date-past`, `due-date-closed`.
 */
export async function refuseUnfitDueDate(
  database: SqlRunner,
  organisationId: string,
  dueOn: string | undefined,
  pointer: string,
): Promise<void> {
  refuseUnfitDueDay(dueOn, await readDueDay(database, organisationId, dueOn), pointer);
}

/** What the calendar says of that day; null without one. */
export async function readDueDay(
  database: SqlRunner,
  organisationId: string,
  dueOn: string | undefined,
): Promise<Worked | null> {
  return dueOn === undefined ? null : await workOn(database, organisationId, dueOn);
}

/** The same as `refuseUnfitDueDate`, of a day about which the calendar was asked already. */
export function refuseUnfitDueDay(dueOn: string | undefined, day: Worked | null, pointer: string): void {
  if (dueOn === undefined || day === null) return;
  const { today, works, weekday, declared, next } = day;
  if (dueOn < today) throw new Refusal('due-date-past', { today }, { errors: [{ pointer, detail: 'due-date-past' }] });
  if (works) return;
  const why = declared ?? nameOfWeekday(weekday);
  throw new Refusal('due-date-closed', { day: dueOn, why, next }, { errors: [{ pointer, detail: 'due-date-closed' }] });
}

function nameOfWeekday(weekday: number): Bilingual {
  const name = WEEKDAYS[weekday] ?? '';
  return { hi: label('hi', 'weekday', name), en: label('en', 'weekday', name) };
}
