/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ApproveDraft } from './approving/approve-draft';
export { AnswerDraftComment } from './comments/answer-comment';
export { CommentDraft } from './comments/comment-draft';
export { ResolveDraftComment } from './comments/resolve-comment';
export { IssueDraft } from './issuing/issue-draft';
export { NumberForSigning } from './issuing/number-for-signing';
export { AddTemplateDocument } from './templates/add-template-document';
export { TakeOffTemplateDocument } from './templates/take-off-template-document';
export { CancelDraft } from './writing/cancel-draft';
export { ChangeDraft } from './writing/change-draft';
export { CreateDraft } from './writing/create-draft';
