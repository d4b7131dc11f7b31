import { Module, type OnModuleInit } from '@nestjs/common';
import { CorrespondenceModule, LetterSources } from '@patravali/correspondence';
import { Jobs } from '@patravali/database';
import { DocumentsModule, DocumentUses, OtherObjects } from '@patravali/documents';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { EntityManager } from 'typeorm';
import * as commands from './commands';
import { SendDispatchMail } from './send-dispatch-mail';
import { DownloadDispatchRegister } from './download-dispatch-register';
import { DownloadPostalList } from './download-postal-list';
import { FindReferred, readableIssues } from './find-referred';
import { CheckGenuine } from './genuine/check-genuine';
import { issueFilter, ISSUES } from './issue-abilities';
import { ISSUED_LETTER } from './issue-row';
import { IssueViewQuery } from './issue-view';
import { ISSUE_OF_ENCLOSURE, LETTER_ENCLOSURES } from './letter-enclosures';
import { ListAwaitedReplies } from './list-awaited-replies';
import { ListIssues } from './list-issues';
import { ListStuckLetters } from './list-stuck-letters';
import { DISPATCH_MAIL, READ_REPORTS, RETRY_ABANDONED_MAIL, WITHDRAWAL_MAIL } from './mail-jobs';
import { OfficeMail } from './office-mail';
import { PrintEnvelopes } from './print-envelopes';
import { EnterDeliveryReport } from './reports/enter-delivery-report';
import { REPORT_MAILBOX_PROVIDER } from './reports/report-mailbox.provider';
import { hashesOfUnsigned, LettersToSign } from './signing/letters-to-sign';
import { signedFrom, UNSIGNED_LETTERS } from './signing/signing-rows';
import { refuseUnsentLetters } from './unsent-letters';
import { SendWithdrawalMail } from './withdrawing/send-withdrawal-mail';

const COMMANDS = Object.values(commands);
const QUERIES = [
  CheckGenuine,
  DownloadDispatchRegister,
  DownloadPostalList,
  FindReferred,
  IssueViewQuery,
  PrintEnvelopes,
  LettersToSign,
  ListAwaitedReplies,
  ListIssues,
  ListStuckLetters,
];

/** The rows that name a document: a letter's own, and the copy of one of its addressees. */
const OF_THE_LETTER = { source: ISSUES, where: 'i.organisation_id = d.organisation_id AND i.document_id = d.id' };
const OF_ITS_COPIES = {
  source: `issue_recipient n JOIN ${ISSUES} ON i.organisation_id = n.organisation_id AND i.id = n.issue_id`,
  where: 'n.organisation_id = d.organisation_id AND n.document_id = d.id',
};
/** What goes with it. */
const OF_ITS_ENCLOSURES = {
  source: `${LETTER_ENCLOSURES} JOIN ${ISSUES} ON ${ISSUE_OF_ENCLOSURE}`,
  where: 'e.organisation_id = d.organisation_id AND e.document_id = d.id',
};
/** The same of a letter that waits for signatures: whoever signs it reads all of it. */
const OF_UNSIGNED_LETTERS = {
  source: `${UNSIGNED_LETTERS} JOIN ${LETTER_ENCLOSURES} ON ${ISSUE_OF_ENCLOSURE}`,
  where: OF_ITS_ENCLOSURES.where,
};

@Module({
  imports: [CorrespondenceModule, DocumentsModule, FilesModule, NotesModule],
  providers: [OfficeMail, REPORT_MAILBOX_PROVIDER, SendWithdrawalMail, ...COMMANDS, ...QUERIES],
  exports: [OfficeMail, ...COMMANDS, ...QUERIES],
})
export class DispatchModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly letterSources: LetterSources,
    private readonly documentUses: DocumentUses,
    private readonly noteReferences: NoteReferences,
    private readonly jobs: Jobs,
    private readonly sendDispatchMail: SendDispatchMail,
    private readonly otherObjects: OtherObjects,
    private readonly database: EntityManager,
    private readonly enterDeliveryReport: EnterDeliveryReport,
    private readonly sendWithdrawalMail: SendWithdrawalMail,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseUnsentLetters);
    this.letterSources.registerIssued(ISSUED_LETTER);
    this.noteReferences.registerIssues(readableIssues);
    for (const rows of [OF_THE_LETTER, OF_ITS_COPIES, OF_ITS_ENCLOSURES])
      this.documentUses.register({ rows, name: { kind: 'issue', expression: 'i.number' }, readable: issueFilter });
    this.documentUses.register({
      rows: OF_UNSIGNED_LETTERS,
      name: { kind: 'issue', expression: 'i.number' },
      readable: (ability, parameters) => signedFrom({ ability }, parameters),
    });
    this.otherObjects.register({
      named: (batch) => hashesOfUnsigned(this.database, batch),
      letGo: () => Promise.resolve([]),
    });
    this.jobs.register(DISPATCH_MAIL, (job, attempt) => this.sendDispatchMail.execute(job, attempt));
    this.jobs.register(WITHDRAWAL_MAIL, (job, attempt) => this.sendWithdrawalMail.execute(job, attempt));
    this.jobs.register(READ_REPORTS, () => this.enterDeliveryReport.executeAll());
    this.jobs.register(RETRY_ABANDONED_MAIL, () => this.sendDispatchMail.retryAbandoned());
  }
}
