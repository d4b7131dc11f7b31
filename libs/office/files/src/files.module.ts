import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { MovementModule } from '@patravali/movement';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { ClosingChecks } from './file/closing-checks';
import { FileHistory } from './file-history';
import { FileViewQuery } from './file-view';
import { FindFiles } from './finding/find-files';
import { CheckRegrading } from './grading/check-regrading';
import { RegradingChecks } from './grading/regrading-checks';
import { RegradingReach } from './grading/regrading-reach';
import { INDEX_NEW_READERS, IndexNewReaders } from './finding/index-new-readers';
import { SubjectQuestions } from './finding/subject-questions';

const COMMANDS = Object.values(commands);
const QUERIES = [CheckRegrading, FileHistory, FileViewQuery, FindFiles, SubjectQuestions];
const REGISTRIES = [ClosingChecks, RegradingChecks, RegradingReach];

@Module({
  imports: [MovementModule, NotesModule],
  providers: [...COMMANDS, ...QUERIES, ...REGISTRIES, IndexNewReaders],
  exports: [...COMMANDS, ...QUERIES, ...REGISTRIES],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sortInReaders: IndexNewReaders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(INDEX_NEW_READERS, () => this.sortInReaders.execute());
  }
}
