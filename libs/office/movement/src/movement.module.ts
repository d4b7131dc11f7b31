import { Module } from '@nestjs/common';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { SendFile } from './send-file';

const COMMANDS = Object.values(commands);

@Module({ imports: [NotesModule], providers: [...COMMANDS, SendFile], exports: COMMANDS })
export class MovementModule {}
