import { Module, type OnModuleInit } from '@nestjs/common';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { DraftViewQuery } from './draft-view';
import { ListFileDrafts } from './list-file-drafts';
import { OfficeKey } from './issuing/office-key';
import { draftsOnFile, refuseUnissuedDrafts } from './open-drafts';
import { PreviewDraft } from './issuing/preview-draft';
import { PrintLetter } from './issuing/print-letter';

const COMMANDS = Object.values(commands);
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
