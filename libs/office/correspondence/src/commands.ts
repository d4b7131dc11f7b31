/** Every command of this area, listed once: the module provides them and the index exports them. */
export { DetachLetter } from './detach-letter';
export { FlagCorrespondence } from './flag-correspondence';
export { PutReceiptInFile } from './put-receipt-in-file';
