import type { TestOffice } from './test-office';

/** As if this file had come to its desk so many days ago; without days in the past no test could wait for it. */
export async function keptSince(office: Pick<TestOffice, 'rows'>, fileId: string, days: number): Promise<void> {
  await office.rows('ALTER TABLE file_custody DISABLE TRIGGER clock_runs_by_itself');
  await office.rows('UPDATE file_custody SET clock_from = india_today() - $2::int WHERE file_id = $1', [fileId, days]);
  await office.rows('ALTER TABLE file_custody ENABLE TRIGGER clock_runs_by_itself');
}
