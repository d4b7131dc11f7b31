/** Every command of this area, listed once: the module provides them and the index exports them. */
export { CloseReceipt } from './closing/close-receipt';
export { CompleteReceipt } from './entry/complete-receipt';
export { CorrectReceipt } from './correct-receipt';
export { CreateReceipt } from './create-receipt';
export { ForwardReceipt } from './moving/forward-receipt';
export { OpenReceipt } from './moving/open-receipt';
export { PullBackReceipt } from './moving/pull-back-receipt';
export { RedirectReceipt } from './moving/redirect-receipt';
export { ReopenReceipt } from './closing/reopen-receipt';
export { ReturnReceipt } from './moving/return-receipt';
export { SeeReceiptCopy } from './copies/see-receipt-copy';
