import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { Clerks } from '../http/clerks';
import { type Doing, post } from '../http/repetition';
import type { TestOffice } from '../office/test-office';

const ORDER = 'स्थानान्तरण आदेश संख्या 12/2027';
/** What stands for an empty list of what came between. */
const NOTHING = createHash('sha256').update('[]').digest('hex');

/** Another acts for the officer, who then is back; a leave that he entered for later is withdrawn. */
export async function leave(office: TestOffice, officer: Actor, other: Actor, go: Doing): Promise<void> {
  await office.linkOfficerOf(officer);
  await go(officer, post('endLeave', '/leave/end'), {});
  const days = await office.rows<{ later: string }>(
    `SELECT max(day)::text AS later FROM (SELECT DATE '2090-01-01' AS day UNION ALL
       SELECT until_on + 2 FROM tenure WHERE kind = 'link') days`,
  );
  const day = days[0]?.later ?? '';
  const taken = { fromOn: day, untilOn: day, linkPostId: other.postId };
  const { id } = await go(officer, post('takeLeave', '/leaves', taken), { ...taken, untilHalf: 'forenoon' });
  await go(officer, post('withdrawLeave', `/leaves/${String(id)}/withdraw`), {});
}

/** A charge that was handed over, and who has taken it over. */
export interface ChargeTaken {
  readonly chargeId: string;
  readonly successor: Actor;
}

/** The charge of a post is handed over for an officer who is gone, and his successor takes it over. */
export async function charge(
  office: TestOffice,
  { administrator }: Pick<Clerks, 'administrator'>,
  go: Doing,
): Promise<ChargeTaken> {
  const former = await office.actor();
  const handed = { cause: 'died', orderReference: ORDER };
  const handing = post('handOverCharge', `/posts/${former.postId}/hand-over`, handed);
  const { id } = await go(administrator, handing, { ...handed, cause: 'retired' });
  const successor = await successorOf(office, former);
  const taking = post('takeOverCharge', `/charges/${String(id)}/take-over`, { seen: NOTHING });
  await go(successor, taking, { seen: 'f'.repeat(64) });
  return { chargeId: String(id), successor };
}

/** Somebody who holds the post regularly from today on; the former holder has left it. */
export async function successorOf(office: TestOffice, former: Actor): Promise<Actor> {
  const successor = await office.linkOfficerOf(former);
  await office.rows(`UPDATE tenure SET kind = 'regular', from_on = india_today() WHERE user_id = $1`, [
    successor.userId,
  ]);
  return { ...successor, capacity: 'regular' };
}
