import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule } from '@patravali/documents';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { SigningModule } from '@patravali/signing';
import { CheckEnclosures } from './check-enclosures';
import * as commands from './commands';
import { ListDraftComments } from './comments/list-comments';
import { DraftViewQuery } from './draft-view';
import { FindDrafts } from './find-drafts';
import { ListFileDrafts } from './list-file-drafts';
import { DrawNumber } from './issuing/draw-number';
import { FinishIssue } from './issuing/finish-issue';
import { FINISH_ABANDONED_ISSUES, FINISH_ISSUE, MAKE_COPIES } from './issuing/finishing-jobs';
import { ESignService } from './issuing/esign-service';
import { LetterSigning } from './issuing/letter-signing';
import { OfficeKey } from './issuing/office-key';
import { filesOfDrafts, refuseUnissuedDrafts } from './open-drafts';
import { PrepareToSign } from './issuing/prepare-to-sign';
import { PrepareSignature } from './issuing/prepare-signature';
import { PreviewDraft } from './issuing/preview-draft';
import { PrintLetter } from './issuing/print-letter';
import { ReadLetterToSign } from './issuing/read-letter-to-sign';
import { ToBeSigned } from './issuing/to-be-signed';

const COMMANDS = Object.values(commands);
const QUERIES = [
  DraftViewQuery,
  FindDrafts,
  ListDraftComments,
  ListFileDrafts,
  PrepareSignature,
  PreviewDraft,
  ReadLetterToSign,
];

@Module({
  imports: [DispatchModule, DocumentsModule, FilesModule, NotesModule, SigningModule],
  providers: [
    CheckEnclosures,
    DrawNumber,
    ESignService,
    LetterSigning,
    OfficeKey,
    PrepareToSign,
    PrintLetter,
    ToBeSigned,
    ...COMMANDS,
    ...QUERIES,
  ],
  exports: [...COMMANDS, ...QUERIES],
})
export class DraftsModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly noteReferences: NoteReferences,
    private readonly jobs: Jobs,
    private readonly finishIssue: FinishIssue,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseUnissuedDrafts);
    this.noteReferences.registerDrafts(filesOfDrafts);
    this.jobs.register(FINISH_ISSUE, (job) => this.finishIssue.executeJob(job));
    this.jobs.register(MAKE_COPIES, (job) => this.finishIssue.executeJob(job));
    this.jobs.register(FINISH_ABANDONED_ISSUES, () => this.finishIssue.executeAbandoned());
  }
}
