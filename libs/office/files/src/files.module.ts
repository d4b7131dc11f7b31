import { Module } from '@nestjs/common';
import { CloseFile } from './close-file';
import { ConfirmNote, DiscardNote, TakeBackNote } from './confirm-note';
import { CreateFile } from './create-file';
import { DeskQueries } from './desk-queries';
import { FileRegisters } from './file-registers';
import { FileViewQuery } from './file-view';
import { FindFiles } from './find-files';
import { ForwardFile } from './forward-file';
import { OpenFile } from './open-file';
import { PullBackFile } from './pull-back-file';
import { ReopenFile } from './reopen-file';
import { ReturnFile } from './return-file';
import { AddNote, ChangeNote } from './write-note';

const COMMANDS = [
  AddNote,
  ChangeNote,
  CloseFile,
  ConfirmNote,
  CreateFile,
  DiscardNote,
  ForwardFile,
  OpenFile,
  PullBackFile,
  ReopenFile,
  ReturnFile,
  TakeBackNote,
];
const QUERIES = [DeskQueries, FileRegisters, FileViewQuery, FindFiles];

@Module({ providers: [...COMMANDS, ...QUERIES], exports: [...COMMANDS, ...QUERIES] })
export class FilesModule {}
