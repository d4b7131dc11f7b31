/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ApproveDraft } from './approve-draft';
export { CancelDraft } from './writing/cancel-draft';
export { ChangeDraft } from './writing/change-draft';
export { CreateDraft } from './writing/create-draft';
export { FinishIssue } from './issuing/finish-issue';
export { IssueDraft } from './issuing/issue-draft';
export { NumberForSigning } from './issuing/number-for-signing';
export { SignLetter } from './issuing/sign-letter';
