import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { ClosingChecks, FilesModule } from '@patravali/files';
import { LettersModule, NumberedDrafts } from '@patravali/letters';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { SearchEntries } from '@patravali/search';
import { SigningModule } from '@patravali/signing';
import * as commands from './commands';
import { ListDraftComments } from './comments/list-comments';
import { filesOfDrafts, refuseUnissuedDrafts } from './draft/open-drafts';
import { CheckEnclosures } from './enclosures/check-enclosures';
import { FOUND_DRAFTS, FOUND_ISSUES } from './finding/found-letters';
import { DrawNumber } from './issuing/draw-number';
import { lockNumberedDraft } from './issuing/numbered-draft';
import { PreviewDraft } from './issuing/preview-draft';
import { DownloadDrafts } from './reading/download-drafts';
import { DraftViewQuery } from './reading/draft-view';
import { FindDrafts } from './reading/find-drafts';
import { ListFileDrafts } from './reading/list-file-drafts';
import { DRAFT_FROM_TEMPLATE_USE, TEMPLATE_USE } from './templates/template-document-uses';

const EXPORTED = [
  ...Object.values(commands),
  DownloadDrafts,
  DraftViewQuery,
  FindDrafts,
  ListDraftComments,
  ListFileDrafts,
  PreviewDraft,
];

@Module({
  imports: [DocumentsModule, FilesModule, LettersModule, NotesModule, SigningModule],
  providers: [CheckEnclosures, DrawNumber, ...EXPORTED],
  exports: EXPORTED,
})
export class DraftsModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly documentUses: DocumentUses,
    private readonly noteReferences: NoteReferences,
    private readonly numberedDrafts: NumberedDrafts,
    private readonly entries: SearchEntries,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseUnissuedDrafts);
    this.noteReferences.registerDrafts(filesOfDrafts);
    this.numberedDrafts.register(lockNumberedDraft);
    this.documentUses.register(TEMPLATE_USE);
    this.documentUses.register(DRAFT_FROM_TEMPLATE_USE);
    this.entries.register(FOUND_DRAFTS);
    this.entries.register(FOUND_ISSUES);
  }
}
