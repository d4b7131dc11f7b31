import type { Written } from './model-steps';
import type { TestOffice } from './test-office';

/** It says nothing and decides nothing. */
export function isSilent({ paragraphs, decision }: Written): boolean {
  return paragraphs === 0 && decision === null;
}

/** Which day it is in India. */
export async function setToday(office: TestOffice, day: string): Promise<void> {
  await office.rows(
    `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '${day}'::date $$`,
  );
}
