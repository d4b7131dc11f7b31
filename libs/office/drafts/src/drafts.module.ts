import { Module, type OnModuleInit } from '@nestjs/common';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { ApproveDraft } from './approve-draft';
import { CancelDraft } from './writing/cancel-draft';
import { ChangeDraft } from './writing/change-draft';
import { CreateDraft } from './writing/create-draft';
import { DraftViewQuery } from './draft-view';
import { IssueDraft } from './issuing/issue-draft';
import { ListFileDrafts } from './list-file-drafts';
import { OfficeKey } from './issuing/office-key';
import { draftsOnFile, refuseUnissuedDrafts } from './open-drafts';
import { PreviewDraft } from './issuing/preview-draft';
import { PrintLetter } from './issuing/print-letter';

const COMMANDS = [ApproveDraft, CancelDraft, ChangeDraft, CreateDraft, IssueDraft];
const QUERIES = [DraftViewQuery, ListFileDrafts, PreviewDraft];

@Module({
  imports: [FilesModule, NotesModule],
  providers: [OfficeKey, PrintLetter, ...COMMANDS, ...QUERIES],
  exports: [...COMMANDS, ...QUERIES],
})
export class DraftsModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly noteReferences: NoteReferences,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseUnissuedDrafts);
    this.noteReferences.registerDrafts(draftsOnFile);
  }
}
