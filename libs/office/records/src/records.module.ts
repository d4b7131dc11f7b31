import { Module, type OnModuleInit } from '@nestjs/common';
import { ConsultationsModule, MAKE_SNAPSHOT } from '@patravali/consultations';
import { CorrespondenceModule } from '@patravali/correspondence';
import { CustodyModule } from '@patravali/custody';
import { Jobs } from '@patravali/database';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule, DocumentUses, OtherObjects } from '@patravali/documents';
import { FilesModule, RegradingReach } from '@patravali/files';
import { IdentityModule } from '@patravali/identity';
import { NotesModule } from '@patravali/notes';
import { EntityManager } from 'typeorm';
import { Bundles } from './pdf-jobs/bundles';
import { deleteExpiredPdfs, hashesOfPdfs } from './pdf-jobs/delete-expired-pdfs';
import { MakePdf } from './pdf-jobs/make-pdf';
import { MAKE_PDF } from './pdf-jobs/make-pdf-queue';
import { MyPdfs, PDFS_FOLLOW_GRADING } from './pdf-jobs/my-pdfs';
import * as commands from './commands';
import { NoteSheetPdf } from './note-sheet/note-sheet-pdf';
import { OfficeName } from './note-sheet/office-name';
import { ListOriginals } from './redaction/list-originals';
import { ListRedactions } from './redaction/list-redactions';
import { MakeRedaction } from './redaction/make-redaction';
import { MAKE_REDACTION } from './redaction/make-redaction-queue';
import { REDACTION_USE } from './redaction/redaction-use';
import { RegisterOnPaper } from './register-on-paper/register-on-paper';
import { MakeSnapshot } from './snapshot/make-snapshot';
import { WholeFilePdf } from './whole-file/whole-file-pdf';

const EXPORTED = [
  ...Object.values(commands),
  Bundles,
  MakePdf,
  MakeSnapshot,
  MyPdfs,
  NoteSheetPdf,
  WholeFilePdf,
  ListOriginals,
  ListRedactions,
  MakeRedaction,
];

@Module({
  imports: [
    ConsultationsModule,
    CorrespondenceModule,
    DispatchModule,
    DocumentsModule,
    FilesModule,
    IdentityModule,
    CustodyModule,
    NotesModule,
  ],
  providers: [OfficeName, RegisterOnPaper, ...EXPORTED],
  exports: [OfficeName, ...EXPORTED],
})
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    private readonly makePdf: MakePdf,
    private readonly makeSnapshot: MakeSnapshot,
    private readonly makeRedaction: MakeRedaction,
    private readonly documentUses: DocumentUses,
    private readonly otherObjects: OtherObjects,
    private readonly regradingReach: RegradingReach,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAKE_PDF, (job, attempt) => this.makePdf.execute(job, attempt));
    this.jobs.register(MAKE_SNAPSHOT, (job, attempt) => this.makeSnapshot.execute(job, attempt));
    this.jobs.register(MAKE_REDACTION, (job, attempt) => this.makeRedaction.execute(job, attempt));
    this.documentUses.register(REDACTION_USE);
    this.regradingReach.register('pdfs', PDFS_FOLLOW_GRADING);
    this.otherObjects.register({
      named: (batch) => hashesOfPdfs(this.database, batch),
      letGo: () => deleteExpiredPdfs(this.database),
    });
  }
}
