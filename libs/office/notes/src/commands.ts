/** Every command of this area, listed once: the module provides them and the index exports them. */
export { AddNote } from './writing/add-note';
export { AnswerDiscussion } from './discussions/answer-discussion';
export { ChangeNote } from './writing/change-note';
export { ConfirmNote } from './writing/confirm-note';
export { DiscardNote } from './writing/discard-note';
export { ChangeQuickPhrase } from './phrases/change-quick-phrase';
export { DeleteQuickPhrase } from './phrases/delete-quick-phrase';
export { SaveQuickPhrase } from './phrases/save-quick-phrase';
export { TakeUpNote } from './set-aside/take-up-note';
export { TakeBackNote } from './writing/take-back-note';
export { PrepareNote } from './signed/prepare-note';
export { SignNote } from './signed/sign-note';
