/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AddNote } from './add-note';
export { ChangeNote } from './change-note';
export { ConfirmNote } from './confirm-note';
export { DiscardNote } from './discard-note';
export { TakeBackNote } from './take-back-note';
