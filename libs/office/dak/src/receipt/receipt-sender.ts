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

/**
 * To whom it goes back: to who sent it there. Whoever redirected it has said that it is not his; from where it was redirected to it
 * goes back to who diarised it.
 * @throws Refusal `letter-not-sent`.
 */
export function returnedTo(
  receipt: Pick<Receipt, 'senderPostId' | 'redirected' | 'diarisedByPostId' | 'holderPostId'>,
): string {
  const sender = senderOf(receipt);
  return receipt.redirected && receipt.diarisedByPostId !== receipt.holderPostId ? receipt.diarisedByPostId : sender;
}
