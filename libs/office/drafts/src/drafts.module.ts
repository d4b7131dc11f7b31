import { Module, type OnModuleInit } from '@nestjs/common';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { ApproveDraft } from './approve-draft';
import { CancelDraft } from './cancel-draft';
import { ChangeDraft } from './change-draft';
import { CreateDraft } from './create-draft';
import { DraftViewQuery } from './draft-view';
import { IssueDraft } from './issue-draft';
import { ListFileDrafts } from './list-file-drafts';
import { OfficeKey } from './office-key';
import { draftsOnFile, refuseUnissuedDrafts } from './open-drafts';
import { PreviewDraft } from './preview-draft';
import { PrintLetter } from './print-letter';

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
