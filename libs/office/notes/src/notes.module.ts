import { Module, type OnModuleInit } from '@nestjs/common';
import { OfficeParts, OrganisationModule } from '@patravali/organisation';
import { SearchEntries } from '@patravali/search';
import { SigningModule } from '@patravali/signing';
import * as commands from './commands';
import { FOUND_NOTES } from './finding/found-notes';
import { FreezeNote } from './freezing/freeze-note';
import { FreezeOpinion } from './freezing/freeze-opinion';
import { ListNoteNumbers } from './sheet/list-note-numbers';
import { ListNoteVersions } from './sheet/list-note-versions';
import { ListNotes } from './sheet/list-notes';
import { NoteReferences } from './note/note-references';
import { ListQuickPhrases } from './phrases/list-quick-phrases';
import { loadPhrases } from './phrases/load-phrases';
import { NoteSigner } from './signed/note-signer';
import { ReadNoteSignature } from './signed/read-note-signature';

const COMMANDS = Object.values(commands);
const FREEZING = [FreezeNote, FreezeOpinion, NoteSigner];
const QUERIES = [ListNoteNumbers, ListNotes, ListNoteVersions, ListQuickPhrases, NoteReferences, ReadNoteSignature];
const PROVIDED = [...COMMANDS, ...FREEZING, ...QUERIES];

@Module({
  imports: [OrganisationModule, SigningModule],
  providers: PROVIDED,
  exports: PROVIDED,
})
export class NotesModule implements OnModuleInit {
  constructor(
    private readonly parts: OfficeParts,
    private readonly entries: SearchEntries,
  ) {}

  onModuleInit(): void {
    this.parts.register(loadPhrases);
    this.entries.register(FOUND_NOTES);
  }
}
