import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { LettersToSign } from '@patravali/dispatch';
import { BeginESign, CompleteESign, PrepareSignature, ReadLetterToSign, SignLetter } from '@patravali/drafts';
import type { FastifyReply } from 'fastify';
import { Input } from '../http/input';
import { storedPdf } from '../http/made-pdf';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

/** Letters that wait for the signatures of officers. */
@Controller()
export class LettersToSignController {
  constructor(
    private readonly letters: LettersToSign,
    private readonly readLetter: ReadLetterToSign,
    private readonly prepareSignature: PrepareSignature,
    private readonly signLetter: SignLetter,
    private readonly begin: BeginESign,
    private readonly complete: CompleteESign,
  ) {}

  @Operation('getLetterToSign')
  get(@CurrentActor() actor: Actor, @Input() { params }: Input<'getLetterToSign'>) {
    return this.letters.view(actor, params.letterId);
  }

  @Operation('readLetterToSign')
  async read(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'readLetterToSign'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, ...pdf } = await this.readLetter.execute(actor, params.letterId);
    return storedPdf(reply, stream, pdf);
  }

  @Operation('prepareLetter')
  prepare(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'prepareLetter'>) {
    return this.prepareSignature.execute(actor, params.letterId, body);
  }

  @Operation('signLetter')
  sign(@CurrentActor() actor: Actor, @Input() { params, body }: Input<'signLetter'>) {
    return this.signLetter.execute(actor, params.letterId, body);
  }

  @Operation('beginESign')
  beginESign(@CurrentActor() actor: Actor, @Input() { params }: Input<'beginESign'>) {
    return this.begin.execute(actor, params.letterId);
  }

  @Operation('completeESign')
  completeESign(@CurrentActor() actor: Actor, @Input() { params }: Input<'completeESign'>) {
    return this.complete.execute(actor, params.letterId);
  }
}
