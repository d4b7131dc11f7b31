import type { AttachPerson, SendOnDuty } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { daysOfLeave } from '../absence/link-rules';
import { unfit } from '../rules/administering';
import type { FitDesk } from './who-cannot-go';

type Order = Pick<SendOnDuty | AttachPerson, 'fromOn' | 'fromHalf' | 'untilOn' | 'untilHalf' | 'orderReference'>;

const TODAY = z.object({ today: z.iso.date() });

/** What has been done from a desk stays as it was done. @throws Refusal `duty-in-past` */
export async function refuseInPast(tx: Transaction, { fromOn }: Order): Promise<void> {
  const [day] = await tx.select(TODAY, 'SELECT india_today()::text AS today');
  if (day && fromOn < day.today) throw unfit('duty-in-past', 'fromOn');
}

/** Without a ground, as leave: it does not outlive the charge of who goes. */
export async function insertLinks(
  tx: Transaction,
  order: Order,
  desks: readonly (FitDesk & { readonly id: string })[],
  { duty = null, attachmentId = null }: { readonly duty?: string | null; readonly attachmentId?: string | null },
): Promise<void> {
  const { fromOn, fromAfternoon, untilOn, untilForenoon } = daysOfLeave(order);
  await tx.execute(
    `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, from_afternoon, until_on, until_forenoon,
       order_reference, duty, attachment_id)
     SELECT link.id, $1, link.user_id, link.post_id, 'link', $5, $6, $7, $8, $9, $10, $11
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS link (id, user_id, post_id)`,
    [
      tx.by.organisationId,
      desks.map(({ id }) => id),
      desks.map(({ linkId }) => linkId),
      desks.map(({ postId }) => postId),
      fromOn,
      fromAfternoon,
      untilOn,
      untilForenoon,
      order.orderReference,
      duty,
      attachmentId,
    ],
  );
}
