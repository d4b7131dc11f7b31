/** Every command of this area, listed once: the module provides them and the index exports them. */
export { ConfirmAddress } from './confirm-address';
export { DispatchIssue } from './dispatch-issue';
export { EnterDeliveryReport } from './reports/enter-delivery-report';
export { FollowDispatch } from './follow-dispatch';
export { MarkNotToBeSent } from './mark-not-to-be-sent';
export { MarkToBeSent } from './mark-to-be-sent';
export { RevokeIssue } from './withdrawing/revoke-issue';
export { SupersedeIssue } from './withdrawing/supersede-issue';
export { SendDispatchMail } from './send-dispatch-mail';
