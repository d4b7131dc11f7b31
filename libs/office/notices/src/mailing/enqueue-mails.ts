import { type Jobs, select, type SqlRunner } from '@patravali/database';
import { PEOPLE } from '@patravali/organisation';
import { isOn } from '../reading/own-notices';
import { MAIL_NOTICE, NoticeMail } from './mail-queues';

/** A mail for each of these notices that is wanted by mail at once, and whose person has an address; in the caller's transaction. */
export async function enqueueMails(manager: SqlRunner, jobs: Jobs, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const wanted = await select(
    manager,
    NoticeMail,
    `SELECT n.organisation_id AS "organisationId", n.user_id AS "userId", n.id AS "noticeId" FROM notice n
     JOIN ${PEOPLE} ON person.organisation_id = n.organisation_id AND person.id = n.user_id
     WHERE n.id = ANY ($1::uuid[]) AND person.email IS NOT NULL AND ${isOn('email')}`,
    [[...ids]],
  );
  for (const mail of wanted) await jobs.enqueue(manager, MAIL_NOTICE, mail);
}
