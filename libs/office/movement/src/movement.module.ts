import { Module } from '@nestjs/common';
import { NotesModule } from '@patravali/notes';
import * as commands from './commands';
import { CheckForward } from './check-forward';
import { CheckOpening } from './check-opening';
import { SendFile } from './send-file';

const COMMANDS = Object.values(commands);
const CHECKS = [CheckForward, CheckOpening];

@Module({ imports: [NotesModule], providers: [...COMMANDS, ...CHECKS, SendFile], exports: [...COMMANDS, ...CHECKS] })
export class MovementModule {}
