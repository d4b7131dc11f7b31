/** Every command of this area, listed once: the module provides them and the index exports them. */
export { CorrectReceipt } from './correct-receipt';
export { CreateReceipt } from './create-receipt';
export { ForwardReceipt } from './forward-receipt';
export { OpenReceipt } from './open-receipt';
export { PullBackReceipt } from './pull-back-receipt';
export { RedirectReceipt } from './redirect-receipt';
export { ReturnReceipt } from './return-receipt';
export { SeeReceiptCopy } from './copies/see-receipt-copy';
