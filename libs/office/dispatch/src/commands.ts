/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ConfirmAddress } from './addressees/confirm-address';
export { MarkNotToBeSent } from './addressees/mark-not-to-be-sent';
export { MarkToBeSent } from './addressees/mark-to-be-sent';
export { SendDispatchMail } from './mail/send-dispatch-mail';
export { AnswerReport } from './reports/answer-report';
export { EnterDeliveryReport } from './reports/enter-delivery-report';
export { DispatchIssue } from './sending/dispatch-issue';
export { FollowDispatch } from './sending/follow-dispatch';
