import { EnterDeliveryReport, SendDispatchMail } from '@patravali/dispatch';
import { bounce } from '../../../libs/office/dispatch/test/bounce';
import type { TestOffice } from '../office/test-office';

/** A mail that waits leaves, and a mail server reports that it came back. */
export async function reportReturned(office: TestOffice, dispatchId: string): Promise<void> {
  await office.get(SendDispatchMail).execute({ organisationId: office.id, dispatchId }, { last: true });
  const [mail] = await office.rows<{ key: string; email: string }>(
    'SELECT return_key AS key, email FROM dispatch WHERE id = $1',
    [dispatchId],
  );
  if (!mail) throw new Error('there is no such mail');
  const { key, email: recipient } = mail;
  await office.get(EnterDeliveryReport).execute(bounce({ key, recipient }));
}
