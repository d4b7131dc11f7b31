import en from '@messages/en/receipt-moves.json';
import hi from '@messages/hi/receipt-moves.json';
import { useTopic } from '../../language/use-topic';

const WORDS = { en, hi };

/** The sentences of receipts that are taken back, redirected and copied. */
export const useReceiptWords = () => useTopic<keyof typeof en>(WORDS);
