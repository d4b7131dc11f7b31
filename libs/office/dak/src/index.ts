export * from './commands';
export { COPIES, copiedTo, copiesOf, COPY, UNSEEN_COPY } from './copies/receipt-copies';
export { DakModule } from './dak.module';
export { DownloadDiary } from './download-diary';
export { ListDiary } from './list-diary';
export { changeReceipt, lockReceipt } from './lock-receipt';
export { type LetterWithin, receiveWithin } from './receive-within';
export { assistantReceiptAbilities, receiptAbilities } from './receipt-abilities';
export { headOf, type RegisterPeriod, wholeRegister } from './printed-register';
export {
  diaryNumberOf,
  mayReadReceipt,
  RECEIPT_ROW,
  RECEIPTS,
  receipts,
  receiptsOnDesk,
  receiptsSent,
  RECEIVED_LETTER,
  UNREAD_RECEIPT,
} from './receipt-row';
export { joinReceiptEnclosures } from './receipt-enclosures';
export { ReceiptViewQuery } from './receipt-view';
export { Receipt } from './receipt.entity';
export { WhoSawReceipt } from './who-saw-receipt';
