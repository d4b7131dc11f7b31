export * from './commands';
export { Dispatch, Issue, IssueRecipient, IssueWithdrawal } from './dispatch.entities';
export { DispatchModule } from './dispatch.module';
export { DownloadDispatchRegister } from './download-dispatch-register';
export { DownloadPostalList } from './download-postal-list';
export { PrintEnvelopes } from './print-envelopes';
export { FindReferred } from './find-referred';
export { CheckGenuine } from './genuine/check-genuine';
export { cancelNumber, enterIssued, enterNumber, nextOfDay, type NumberedLetter } from './enter-issue';
export { drawnCode } from './genuine/drawn-code';
export { dispatchFilter, issueAbilities, ISSUES } from './issue-abilities';
export { issueOfDraft, issuesOf, numberOfDraft, TO_DISPATCH } from './issue-row';
export { IssueViewQuery } from './issue-view';
export { issuedLetter, lettersLongNumbered } from './issued-letter';
export { joinEnclosuresOfIssue, joinLetterEnclosures } from './letter-enclosures';
export { joinOwnCopies, letterWithEnclosures, numberOfIssue } from './letter-with-enclosures';
export { ListIssues } from './list-issues';
export { ListAwaitedReplies, UNANSWERED_LETTERS } from './list-awaited-replies';
export { ListStuckLetters, stuckFor, stuckLetters } from './list-stuck-letters';
export { arrivedAs, arrivedAt, withdrawnAs, withdrawnAt } from './arrived-at';
export { DISPATCH_MAIL, type MailJob, READ_REPORTS, RETRY_ABANDONED_MAIL, WITHDRAWAL_MAIL } from './mail-jobs';
export { OfficeMail } from './office-mail';
export {
  enterSignatories,
  enterSignature,
  enterStampFailure,
  enterUnsigned,
  type LetterPdf,
  type Signatory as LetterSigner,
} from './signing/enter-signatures';
export {
  endESignRequest,
  enterESignAnswer,
  enterESignRequest,
  type PendingESign,
  pendingESign,
} from './signing/esign-requests';
export {
  hasSignatories,
  LettersToSign,
  signaturesOf,
  signedByAll,
  type SignedByAll,
  standingPdf,
  type StandingPdf,
  type Turn,
} from './signing/letters-to-sign';
export { LetterSignatory, LetterSignature } from './signing/signing.entities';
export {
  isToSign,
  LETTER_TO_SIGN,
  LETTERS_TO_SIGN,
  lettersToSign,
  signatoriesOfDraft,
  UNSIGNED_LETTERS,
  unsignedOfDraft,
} from './signing/signing-rows';
