/** Every command of this area, listed once: the module provides them and the index exports them. */
export { BeginESign } from './esign/begin-esign';
export { CompleteESign } from './esign/complete-esign';
export { TakeESignAnswer } from './esign/take-esign-answer';
export { FinishIssue } from './issuing/finish-issue';
export { SignLetter } from './signing/sign-letter';
export { RevokeIssue } from './withdrawing/revoke-issue';
export { SupersedeIssue } from './withdrawing/supersede-issue';
