import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ReadLetterToSign } from '@patravali/letters';
import type { FastifyReply } from 'fastify';
import { Input } from '../http/input';
import { storedPdf } from '../http/made-pdf';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Letters that wait for the signatures of officers. */
@Controller()
export class LettersToSignController {
  constructor(private readonly readLetter: ReadLetterToSign) {}

  @Operation('readLetterToSign')
  async read(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'readLetterToSign'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, ...pdf } = await this.readLetter.execute(actor, params.letterId);
    return storedPdf(reply, stream, pdf);
  }
}
