import type { Transaction } from '@patravali/database';

/** For how many working days a post of this organisation keeps a case without saying why. */
export const deskLimit = (organisationId: string): string =>
  `(SELECT office.desk_limit_days FROM organisation office WHERE office.id = ${organisationId})`;

/** The first day since which a file has been on its desk no longer than that. */
export const firstDayInLimit = (organisationId: string): string => `first_day_in_limit(${organisationId})`;

/**
 * Each organisation as `office`, with that day: reckoned once for each, and not for each file.
 */
export const OFFICES_WITH_LIMIT = `(SELECT o.id, ${firstDayInLimit('o.id')} AS first_day FROM organisation o OFFSET 0) office`;

/** @param days undefined leaves it as it is. */
export async function setDeskLimit(tx: Transaction, days: number | undefined): Promise<void> {
  if (days === undefined) return;
  await tx.execute('UPDATE organisation SET desk_limit_days = $2 WHERE id = $1', [tx.by.organisationId, days]);
}
