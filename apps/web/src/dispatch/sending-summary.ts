import type { IssueRow } from '@patravali/contract';
import type { Translations } from '../language/use-translations';

type Counts = Pick<IssueRow, 'dispatched' | 'recipients' | 'queued' | 'notToBeSent'>;

/** "sent to 1 of 3, queued for 1, not to be sent to 1": how far a letter has come. */
export function sendingSummary(
  { dispatched, recipients, queued, notToBeSent }: Counts,
  t: Translations<'outward'>['t'],
): string {
  const parts = [t('dispatch.served', { done: dispatched, all: recipients })];
  if (queued > 0) parts.push(t('dispatch.queuedFor', { count: queued }));
  if (notToBeSent > 0) parts.push(t('dispatch.notToBeSentTo', { count: notToBeSent }));
  return parts.join(', ');
}
