import { Refusal } from '@patravali/errors';

/** For so long what was prepared can be signed elsewhere and brought back. */
export const PREPARED_FOR_MINUTES = 15;

/** When what a token has signed was prepared. @throws Refusal `prepared-long-ago`, also for a time that is not yet. */
export function preparedAt(at: string, now: Date): Date {
  const minutes = (now.getTime() - new Date(at).getTime()) / 60_000;
  if (minutes < 0 || minutes > PREPARED_FOR_MINUTES)
    throw new Refusal('prepared-long-ago', { minutes: PREPARED_FOR_MINUTES });
  return new Date(at);
}
