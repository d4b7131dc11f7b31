import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CorrectCover, CreateFile, FileHistory, FileViewQuery, FindFiles, RegradeFile } from '@patravali/files';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class FilesController {
  constructor(
    private readonly createFile: CreateFile,
    private readonly findFiles: FindFiles,
    private readonly viewFile: FileViewQuery,
    private readonly fileHistory: FileHistory,
    private readonly correctCover: CorrectCover,
    private readonly regradeFile: RegradeFile,
  ) {}

  @Operation('createFile')
  create(@CurrentActor() actor: Actor, @Input() { body }: Input<'createFile'>) {
    return this.createFile.execute(actor, body);
  }

  @Operation('findFiles')
  find(@CurrentActor() actor: Actor, @Input() { query }: Input<'findFiles'>) {
    return this.findFiles.execute(actor, query);
  }

  @Operation('getFile')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getFile'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewFile.execute(actor, params.fileId));
  }

  @Operation('correctCover')
  correct(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'correctCover'>) {
    return this.correctCover.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('regradeFile')
  regrade(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'regradeFile'>) {
    return this.regradeFile.execute(actor, params.fileId, body, ifMatch);
  }

  @Operation('getFileHistory')
  history(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'getFileHistory'>) {
    return this.fileHistory.execute(actor, params.fileId, query);
  }
}
