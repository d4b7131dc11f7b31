export * from './commands';
export { COPIES, copiedTo, copiesOf, COPY, hasCopy, UNSEEN_COPY } from './copies/receipt-copies';
export { DakModule } from './dak.module';
export { DownloadDiary } from './diary/download-diary';
export { ListDiary } from './diary/list-diary';
export { changeReceipt, lockReceipt } from './receipt/lock-receipt';
export { type LetterWithin, receiveWithin } from './receive-within';
export { assistantReceiptAbilities, receiptAbilities } from './receipt/receipt-abilities';
export { headOf, type Narrowed, narrowedTitle, type RegisterPeriod, wholeRegister } from './diary/register-rows';
export {
  DESK_RECEIPTS,
  diaryNumberOf,
  mayReadReceipt,
  RECEIPT_ROW,
  RECEIPTS,
  receipts,
  receiptsOnDesk,
  receiptsSent,
  RECEIVED_LETTER,
} from './receipt/receipt-row';
export { joinReceiptEnclosures } from './receipt/receipt-enclosures';
export { ReceiptViewQuery } from './receipt-view';
export { Receipt } from './receipt/receipt.entity';
export { scanOf } from './receipt/receipt-scan';
export { ReadLetterOfDocument } from './diarising/read-letter-of-document';
export { FindSameLetters } from './same-letters/find-same-letters';
export { WhoSawReceipt } from './receipt/who-saw-receipt';
export { diaryNumberInEvent } from './receipt/diary-number-in-event';
export {
  FOUND_RECEIPTS,
  narrowedScans,
  readingReceipts,
  readingScans,
  receiptOfScan,
  SHOWN_RECEIPT,
} from './finding/found-receipts';
