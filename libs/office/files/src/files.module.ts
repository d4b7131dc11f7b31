import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { FOLLOW_SUPERIORS } from '@patravali/organisation';
import { MovementModule } from '@patravali/movement';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { ClosingChecks } from './file/closing-checks';
import { FileHistory } from './file-history';
import { FileViewQuery } from './file-view';
import { FindFiles } from './finding/find-files';
import { FindFilesAlike } from './finding/find-files-alike';
import { CheckRegrading } from './grading/check-regrading';
import { RegradingChecks } from './grading/regrading-checks';
import { RegradingReach } from './grading/regrading-reach';
import { FollowSuperiors } from './readers/follow-superiors';
import { INDEX_NEW_READERS, IndexNewReaders } from './finding/index-new-readers';
import { SubjectWords } from './finding/subject-words';

const COMMANDS = Object.values(commands);
const QUERIES = [CheckRegrading, FileHistory, FileViewQuery, FindFiles, FindFilesAlike, SubjectWords];
const REGISTRIES = [ClosingChecks, RegradingChecks, RegradingReach];

@Module({
  imports: [MovementModule, NotesModule],
  providers: [...COMMANDS, ...QUERIES, ...REGISTRIES, FollowSuperiors, IndexNewReaders],
  exports: [...COMMANDS, ...QUERIES, ...REGISTRIES, FollowSuperiors],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly followSuperiors: FollowSuperiors,
    private readonly sortInReaders: IndexNewReaders,
  ) {}

  onModuleInit(): void {
    this.jobs.register(FOLLOW_SUPERIORS, () => this.followSuperiors.execute());
    this.jobs.register(INDEX_NEW_READERS, () => this.sortInReaders.execute());
  }
}
