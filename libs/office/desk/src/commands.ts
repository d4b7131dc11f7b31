/** Every command of this area, listed once: the module provides them and the index exports them. */
export { DoBulkAct } from './bulk/do-bulk-act';
export { SignLetters } from './bulk/sign-letters';
export { PinFile } from './pins/pin-file';
export { ChangeDeskView } from './views/change-desk-view';
export { DeleteDeskView } from './views/delete-desk-view';
export { SaveDeskView } from './views/save-desk-view';
