/** Every command of this area, listed once: the module provides them and the index exports them. */
export { DispatchIssue } from './dispatch-issue';
export { SendDispatchMail } from './send-dispatch-mail';
