import { Module, type OnModuleInit } from '@nestjs/common';
import { CorrespondenceModule, LetterSources } from '@patravali/correspondence';
import { Jobs } from '@patravali/database';
import { DocumentsModule, DocumentUses, OtherObjects } from '@patravali/documents';
import { FilesModule } from '@patravali/files';
import { NoteReferences, NotesModule } from '@patravali/notes';
import { SigningModule } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import * as commands from './commands';
import { FindReferred, readableIssues } from './find-referred';
import { CheckGenuine } from './genuine/check-genuine';
import { FinishIssue } from './issuing/finish-issue';
import { FINISH_ABANDONED_ISSUES, FINISH_ISSUE, MAKE_COPIES } from './making/finishing-jobs';
import { NumberedDrafts } from './issuing/numbered-drafts';
import { ListAwaitedReplies } from './list-awaited-replies';
import { PrepareToSign } from './making/prepare-to-sign';
import { PrintLetter } from './making/print-letter';
import { DOCUMENTS_OF_LETTERS, DOCUMENTS_TO_SIGN, NAME_OF_LETTER } from './register/documents-of-letters';
import { issueFilter } from './register/issue-abilities';
import { ISSUED_LETTER } from './register/issue-rows';
import { signedFrom } from './register/signing-rows';
import { hashesOfUnsigned } from './register/standing-pdf';
import { LetterSigning } from './signing/letter-signing';
import { LettersToSign } from './signing/letters-to-sign';
import { PrepareSignature } from './signing/prepare-signature';
import { ReadLetterToSign } from './signing/read-letter-to-sign';
import { ToBeSigned } from './signing/to-be-signed';
import { Withdrawals } from './withdrawing/withdrawals';

const EXPORTED = [
  ...Object.values(commands),
  CheckGenuine,
  FindReferred,
  LettersToSign,
  ListAwaitedReplies,
  NumberedDrafts,
  PrepareSignature,
  PrepareToSign,
  PrintLetter,
  ReadLetterToSign,
  Withdrawals,
];

/** The letters of the office, from the number to the one that takes its place. */
@Module({
  imports: [CorrespondenceModule, DocumentsModule, FilesModule, NotesModule, SigningModule],
  providers: [LetterSigning, ToBeSigned, ...EXPORTED],
  exports: EXPORTED,
})
export class LettersModule implements OnModuleInit {
  constructor(
    private readonly letterSources: LetterSources,
    private readonly documentUses: DocumentUses,
    private readonly noteReferences: NoteReferences,
    private readonly jobs: Jobs,
    private readonly otherObjects: OtherObjects,
    private readonly database: EntityManager,
    private readonly finishIssue: FinishIssue,
  ) {}

  onModuleInit(): void {
    this.letterSources.registerIssued(ISSUED_LETTER);
    this.noteReferences.registerIssues(readableIssues);
    for (const use of DOCUMENTS_OF_LETTERS)
      this.documentUses.register({ ...use, name: NAME_OF_LETTER, readable: issueFilter });
    this.documentUses.register({
      rows: DOCUMENTS_TO_SIGN,
      name: NAME_OF_LETTER,
      readable: (ability, parameters) => signedFrom({ ability }, parameters),
    });
    this.otherObjects.register({
      named: (batch) => hashesOfUnsigned(this.database, batch),
      letGo: () => Promise.resolve([]),
    });
    this.jobs.register(FINISH_ISSUE, (job) => this.finishIssue.executeJob(job));
    this.jobs.register(MAKE_COPIES, (job) => this.finishIssue.executeJob(job));
    this.jobs.register(FINISH_ABANDONED_ISSUES, () => this.finishIssue.executeAbandoned());
  }
}
