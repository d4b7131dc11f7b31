import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  CloseFile as CloseFileRequest,
  CreateFile as CreateFileRequest,
  FileChanged,
  FileCreated,
  FileRow,
  FileView,
  FindFiles as FindFilesQuery,
  ForwardFile as ForwardFileRequest,
  type Page,
  pageOf,
  PullBackFile as PullBackFileRequest,
  ReopenFile as ReopenFileRequest,
  ReturnFile as ReturnFileRequest,
} from '@patravali/contract';
import { CloseFile, CreateFile, FileViewQuery, FindFiles, ReopenFile } from '@patravali/files';
import { ForwardFile, OpenFile, PullBackFile, ReturnFile } from '@patravali/movement';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { IdPipe } from '../http/id-param';
import { IfMatch } from '../http/if-match.decorator';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

@Controller()
export class FilesController {
  constructor(
    private readonly createFile: CreateFile,
    private readonly findFiles: FindFiles,
    private readonly viewFile: FileViewQuery,
  ) {}

  @Operation('createFile', { answer: FileCreated, status: 201 })
  create(@CurrentActor() actor: Actor, @Body({ schema: CreateFileRequest }) request: CreateFileRequest) {
    return this.createFile.execute(actor, request);
  }

  @Operation('findFiles', { answer: pageOf(FileRow) })
  find(@CurrentActor() actor: Actor, @Query({ schema: FindFilesQuery }) query: FindFilesQuery): Promise<Page<FileRow>> {
    return this.findFiles.execute(actor, query);
  }

  @Operation('getFile', { answer: FileView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FileView> {
    return withETag(reply, await this.viewFile.execute(actor, fileId));
  }
}

/** The moves of a file. Each is one command; the controller only translates. */
@Controller()
export class FileMovesController {
  constructor(
    private readonly openFile: OpenFile,
    private readonly forwardFile: ForwardFile,
    private readonly returnFile: ReturnFile,
    private readonly pullBackFile: PullBackFile,
  ) {}

  @Operation('openFile', { answer: FileChanged })
  open(@CurrentActor() actor: Actor, @Param('fileId', IdPipe) fileId: string, @IfMatch() ifMatch?: number) {
    return this.openFile.execute(actor, fileId, ifMatch);
  }

  @Operation('forwardFile', { answer: FileChanged })
  forward(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: ForwardFileRequest }) request: ForwardFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.forwardFile.execute(actor, fileId, request, ifMatch);
  }

  @Operation('returnFile', { answer: FileChanged })
  return(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: ReturnFileRequest }) request: ReturnFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.returnFile.execute(actor, fileId, request, ifMatch);
  }

  @Operation('pullBackFile', { answer: FileChanged })
  pullBack(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: PullBackFileRequest }) request: PullBackFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.pullBackFile.execute(actor, fileId, request, ifMatch);
  }
}

@Controller()
export class FileClosingController {
  constructor(
    private readonly closeFile: CloseFile,
    private readonly reopenFile: ReopenFile,
  ) {}

  @Operation('closeFile', { answer: FileChanged })
  close(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: CloseFileRequest }) request: CloseFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.closeFile.execute(actor, fileId, request, ifMatch);
  }

  @Operation('reopenFile', { answer: FileChanged })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('fileId', IdPipe) fileId: string,
    @Body({ schema: ReopenFileRequest }) request: ReopenFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.reopenFile.execute(actor, fileId, request, ifMatch);
  }
}
