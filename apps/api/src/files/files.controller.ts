import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { FileViewQuery } from '@patravali/files';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class FilesController {
  constructor(private readonly viewFile: FileViewQuery) {}

  @Operation('getFile')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getFile'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewFile.execute(actor, params.fileId));
  }
}
