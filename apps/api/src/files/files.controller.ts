import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { FileViewQuery } from '@patravali/files';
import type { FastifyReply } from 'fastify';
import { withETag } from '../requests/etag';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

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
