import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DocumentsModule } from '@patravali/documents';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { LettersModule, Withdrawals } from '@patravali/letters';
import { refuseUnsentLetters } from './addressees/unsent-letters';
import * as commands from './commands';
import { DISPATCH_MAIL, READ_REPORTS, RETRY_ABANDONED_MAIL, WITHDRAWAL_MAIL } from './mail/mail-jobs';
import { OfficeMail } from './mail/office-mail';
import { SendDispatchMail } from './mail/send-dispatch-mail';
import { SendWithdrawalMail, tellOfWithdrawal } from './mail/send-withdrawal-mail';
import { DownloadDispatchRegister } from './register/download-dispatch-register';
import { DownloadPostalList } from './register/download-postal-list';
import { IssueViewQuery } from './register/issue-view';
import { ListIssues } from './register/list-issues';
import { ListStuckLetters } from './register/list-stuck-letters';
import { PrintEnvelopes } from './register/print-envelopes';
import { EnterDeliveryReport } from './reports/enter-delivery-report';
import { REPORT_MAILBOX } from './reports/report-mailbox';
import { REPORT_MAILBOX_PROVIDER } from './reports/report-mailbox.provider';

const EXPORTED = [
  ...Object.values(commands),
  DownloadDispatchRegister,
  DownloadPostalList,
  IssueViewQuery,
  ListIssues,
  ListStuckLetters,
  OfficeMail,
  PrintEnvelopes,
];

@Module({
  imports: [DocumentsModule, FilesModule, LettersModule],
  providers: [REPORT_MAILBOX_PROVIDER, SendWithdrawalMail, ...EXPORTED],
  exports: [REPORT_MAILBOX, ...EXPORTED],
})
export class DispatchModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly withdrawals: Withdrawals,
    private readonly jobs: Jobs,
    private readonly sendDispatchMail: SendDispatchMail,
    private readonly enterDeliveryReport: EnterDeliveryReport,
    private readonly sendWithdrawalMail: SendWithdrawalMail,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseUnsentLetters);
    this.withdrawals.register(tellOfWithdrawal);
    this.jobs.register(DISPATCH_MAIL, (job, attempt) => this.sendDispatchMail.execute(job, attempt));
    this.jobs.register(WITHDRAWAL_MAIL, (job, attempt) => this.sendWithdrawalMail.execute(job, attempt));
    this.jobs.register(READ_REPORTS, () => this.enterDeliveryReport.executeAll());
    this.jobs.register(RETRY_ABANDONED_MAIL, () => this.sendDispatchMail.retryAbandoned());
  }
}
