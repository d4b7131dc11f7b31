import { Module } from '@nestjs/common';
import { MovementModule } from '@patravali/movement';
import { NotesModule } from '@patravali/notes';
import { CloseFile } from './close-file';
import { ClosingChecks } from './closing-checks';
import { CreateFile } from './create-file';
import { FileHistory } from './file-history';
import { FileViewQuery } from './file-view';
import { FindFiles } from './find-files';
import { ReopenFile } from './reopen-file';

const COMMANDS = [CloseFile, CreateFile, ReopenFile];
const QUERIES = [FileHistory, FileViewQuery, FindFiles];

@Module({
  imports: [MovementModule, NotesModule],
  providers: [...COMMANDS, ...QUERIES, ClosingChecks],
  exports: [...COMMANDS, ...QUERIES, ClosingChecks],
})
export class FilesModule {}
