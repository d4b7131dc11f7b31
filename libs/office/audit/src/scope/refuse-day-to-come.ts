import { Refusal } from '@patravali/errors';

/** Whether the day of this placeholder is still to come in India: what is asked of it today is answered otherwise when it is there. */
export const isToCome = (day: string): string => `${day}::date > india_today()`;

/** @throws Refusal `date-in-future`. */
export function refuseDayToCome(toCome: boolean): void {
  if (toCome) throw new Refusal('date-in-future', {}, { errors: [{ pointer: '#/day', detail: 'date-in-future' }] });
}
