export * from './commands';
export { FindReferred } from './find-referred';
export { CheckGenuine } from './genuine/check-genuine';
export { type NumberedDraft, NumberedDrafts } from './issuing/numbered-drafts';
export { LettersModule } from './letters.module';
export { ListAwaitedReplies, UNANSWERED_LETTERS } from './list-awaited-replies';
export { FINISH_ABANDONED_ISSUES, FINISH_ISSUE, MAKE_COPIES } from './making/finishing-jobs';
export { letterFrame, type LetterFrame } from './making/letter-frame';
export { ApprovedLetterhead, FixedLook, lookNow, OwnLook } from './making/letter-look';
export { NO_NAMES } from './making/letter-to-set';
export { PrepareToSign } from './making/prepare-to-sign';
export { PrintLetter } from './making/print-letter';
export {
  coSignatoriesOf,
  type GoingOut,
  type IssuingStep,
  refuseOther,
  type SignatureMode,
  signatureModeOf,
} from './making/signature-mode';
export { cancelNumber } from './numbering/enter-number';
export { type LetterToNumber, numberLetter } from './numbering/number-letter';
export { signatoriesFrom } from './numbering/signatories';
export type { LetterData, Letterhead } from './page/letter-data';
export { letterPage } from './page/letter-page';
export { refuseUnprintable } from './page/refuse-unprintable';
export {
  confirmFilter,
  dispatchBranches,
  dispatchFilter,
  issueAbilities,
  issueBranches,
  issueFilter,
  ISSUES,
  REGISTER,
  withdrawFilter,
} from './register/issue-abilities';
export { IS_AS_ISSUED, letterIsAsIssued, OWN_COPIES_ARE_AS_ISSUED, SEAL_REVOCATION } from './register/as-issued';
export { authorizeOnIssue } from './register/issue-access';
export { Issue, IssueRecipient, IssueWithdrawal } from './register/issue.entities';
export {
  IS_WITHDRAWN,
  issueOfDraft,
  issuesOf,
  joinWithdrawal,
  FILE_OF_LETTER,
  hasNumber,
  LETTERS,
  NUMBERS_OF_LETTER,
  numberOnLetter,
  borneNumber,
  LETTERS_ON_FILES,
  numberOfDraft,
  WITHDRAWAL,
} from './register/issue-rows';
export {
  ENCLOSED_BYTES,
  ENCLOSED_DOCUMENTS,
  enclosureName,
  joinEnclosuresOfIssue,
  joinLetterEnclosures,
  LETTER_ENCLOSURES,
} from './register/letter-enclosures';
export { joinOwnCopies, letterWithEnclosures, numberOfIssue } from './register/letter-with-enclosures';
export {
  enterAddress,
  lockRecipientRows,
  markServed,
  markUnserved,
  RECIPIENTS,
  withhold,
  withholdNoLonger,
} from './register/recipients';
export { LetterSignatory, LetterSignature } from './register/signing.entities';
export {
  ALL_SIGNED,
  isToSign,
  LETTER_TO_SIGN,
  LETTERS_TO_SIGN,
  lettersToSign,
  SIGNATURES,
  signatoriesOfDraft,
  SIGNED_LAST,
  unsignedOfDraft,
  UNSIGNED_LETTERS,
  UNSTAMPED_LETTERS,
  WAITS_FOR,
} from './register/signing-rows';
export { hasSignatories } from './register/standing-pdf';
export { LettersToSign } from './signing/letters-to-sign';
export { PrepareSignature } from './signing/prepare-signature';
export { ReadLetterToSign } from './signing/read-letter-to-sign';
export { refuseWithdrawn } from './withdrawing/refuse-withdrawn';
export { Withdrawals } from './withdrawing/withdrawals';
export { readingIssues } from './finding/reading-issues';
