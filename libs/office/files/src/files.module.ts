import { Module } from '@nestjs/common';
import { MovementModule } from '@patravali/movement';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { ClosingChecks } from './closing-checks';
import { FileHistory } from './file-history';
import { FileViewQuery } from './file-view';
import { FindFiles } from './find-files';
import { RegradingChecks } from './regrading-checks';

const COMMANDS = Object.values(commands);
const QUERIES = [FileHistory, FileViewQuery, FindFiles];

@Module({
  imports: [MovementModule, NotesModule],
  providers: [...COMMANDS, ...QUERIES, ClosingChecks, RegradingChecks],
  exports: [...COMMANDS, ...QUERIES, ClosingChecks, RegradingChecks],
})
export class FilesModule {}
