import { Refusal } from '@patravali/errors';
import type { Receipt } from './receipt.entity';

type Scanned = Pick<Receipt, 'documentId'>;

/** The scan of the letter. @throws Refusal `letter-without-scan` as long as only its cover is known. */
export function scanOf({ documentId }: Scanned): string {
  if (documentId === null) throw new Refusal('letter-without-scan');
  return documentId;
}

/** @throws Refusal `letter-has-scan` unless only its cover is known. */
export function refuseSecondScan({ documentId }: Scanned): void {
  if (documentId !== null) throw new Refusal('letter-has-scan');
}
