import { Module } from '@nestjs/common';
import { NotesModule } from '@patravali/notes';
import { ForwardFile } from './forward-file';
import { OpenFile } from './open-file';
import { PullBackFile } from './pull-back-file';
import { ReturnFile } from './return-file';
import { SendFile } from './send-file';

const COMMANDS = [ForwardFile, OpenFile, PullBackFile, ReturnFile];

@Module({ imports: [NotesModule], providers: [...COMMANDS, SendFile], exports: COMMANDS })
export class MovementModule {}
