/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ApproveDraft } from './approve-draft';
export { AnswerDraftComment } from './comments/answer-comment';
export { BeginESign } from './issuing/begin-esign';
export { CancelDraft } from './writing/cancel-draft';
export { ChangeDraft } from './writing/change-draft';
export { CommentDraft } from './comments/comment-draft';
export { CompleteESign } from './issuing/complete-esign';
export { CreateDraft } from './writing/create-draft';
export { FinishIssue } from './issuing/finish-issue';
export { IssueDraft } from './issuing/issue-draft';
export { NumberForSigning } from './issuing/number-for-signing';
export { ResolveDraftComment } from './comments/resolve-comment';
export { SignLetter } from './issuing/sign-letter';
export { TakeESignAnswer } from './issuing/take-esign-answer';
