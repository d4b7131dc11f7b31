/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AddNote } from './add-note';
export { AnswerDiscussion } from './discussions/answer-discussion';
export { ChangeNote } from './change-note';
export { ConfirmNote } from './confirm-note';
export { DiscardNote } from './discard-note';
export { ChangeQuickPhrase } from './phrases/change-quick-phrase';
export { DeleteQuickPhrase } from './phrases/delete-quick-phrase';
export { SaveQuickPhrase } from './phrases/save-quick-phrase';
export { TakeUpNote } from './set-aside/take-up-note';
export { TakeBackNote } from './take-back-note';
export { PrepareNote } from './signed/prepare-note';
export { SignNote } from './signed/sign-note';
