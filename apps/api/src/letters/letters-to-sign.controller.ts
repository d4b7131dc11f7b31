import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ReadLetterToSign } from '@patravali/letters';
import type { FastifyReply } from 'fastify';
import { Input } from '../requests/input';
import { storedPdf } from '../answers/made-pdf';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

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
