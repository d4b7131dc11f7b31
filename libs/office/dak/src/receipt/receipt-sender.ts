import { Refusal } from '@patravali/errors';
import type { Receipt } from './receipt.entity';

/**
 * Who sent the receipt to the desk where it lies.
 * @throws Refusal `letter-not-sent` where it was diarised, or pulled back.
 */
export function senderOf({ senderPostId }: Pick<Receipt, 'senderPostId'>): string {
  if (senderPostId === null) throw new Refusal('letter-not-sent');
  return senderPostId;
}
