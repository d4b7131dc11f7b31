import en from '@messages/en/receipt-moves.json';
import hi from '@messages/hi/receipt-moves.json';
import { ownWords } from '../../language/own-words';

/** The sentences of receipts that are taken back, redirected and copied. */
export const { useWords: useReceiptWords } = ownWords({ en, hi });
