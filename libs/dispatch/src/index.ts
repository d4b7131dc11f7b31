export { DispatchIssue } from './dispatch-issue';
export { Dispatch, Issue, IssueRecipient } from './dispatch.entities';
export { DispatchModule } from './dispatch.module';
export { DownloadDispatchRegister } from './download-dispatch-register';
export { ISSUE_SOURCE, issueAbilities, issueFilter } from './issue-abilities';
export { IssueLists } from './issue-lists';
export { IssueViewQuery } from './issue-view';
export { type Mail, MailNotSent, OfficeMail } from './office-mail';
export { MailJob, SendDispatchMail } from './send-dispatch-mail';
