import { Module, type OnModuleInit } from '@nestjs/common';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { ClosingChecks, FilesModule, RegradingReach } from '@patravali/files';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { ListConsultations } from './list-consultations';
import { Questions } from './questions';
import { QUESTIONS_FOLLOW_GRADING } from './question/follow-grading';
import { refuseOpenConsultations } from './refuse-open-consultations';
import { SNAPSHOT_USE } from './snapshots/snapshot-use';

const PARTS = [...Object.values(commands), ListConsultations, Questions];

@Module({ imports: [DocumentsModule, FilesModule, NotesModule], providers: PARTS, exports: PARTS })
export class ConsultationsModule implements OnModuleInit {
  constructor(
    private readonly closingChecks: ClosingChecks,
    private readonly documentUses: DocumentUses,
    private readonly regradingReach: RegradingReach,
  ) {}

  onModuleInit(): void {
    this.closingChecks.register(refuseOpenConsultations);
    this.documentUses.register(SNAPSHOT_USE);
    this.regradingReach.register('questions', QUESTIONS_FOLLOW_GRADING);
  }
}
