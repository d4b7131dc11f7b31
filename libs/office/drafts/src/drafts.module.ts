import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { DraftViewQuery } from './draft-view';
import { FindDrafts } from './find-drafts';
import { ListFileDrafts } from './list-file-drafts';
import { FinishIssue } from './issuing/finish-issue';
import { FINISH_ABANDONED_ISSUES, FINISH_ISSUE } from './issuing/finishing-jobs';
import { OfficeKey } from './issuing/office-key';
import { filesOfDrafts, refuseUnissuedDrafts } from './open-drafts';
import { PreviewDraft } from './issuing/preview-draft';
import { PrintLetter } from './issuing/print-letter';

const COMMANDS = Object.values(commands);
const QUERIES = [DraftViewQuery, FindDrafts, ListFileDrafts, PreviewDraft];

@Module({
  imports: [FilesModule, NotesModule],
  providers: [OfficeKey, PrintLetter, ...COMMANDS, ...QUERIES],
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
    this.jobs.register(FINISH_ABANDONED_ISSUES, () => this.finishIssue.executeAbandoned());
  }
}
