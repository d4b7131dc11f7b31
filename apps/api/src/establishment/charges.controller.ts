import { Controller, Res, type StreamableFile } from '@nestjs/common';
import { DocumentBytes } from '@patravali/documents';
import { ListCharges } from '@patravali/establishment';
import type { SignedIn } from '@patravali/identity';
import type { FastifyReply } from 'fastify';
import { storedPdf } from '../answers/made-pdf';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';

/** The charges that a person has handed or taken over, also when he holds no post any more. */
@Controller()
export class ChargesController {
  constructor(
    private readonly charges: ListCharges,
    private readonly documentBytes: DocumentBytes,
  ) {}

  @Operation('listCharges')
  list(@CurrentSession() signedIn: SignedIn, @Input() { query }: Input<'listCharges'>) {
    return this.charges.execute(signedIn, query);
  }

  @Operation('downloadCharge')
  async download(
    @CurrentSession() signedIn: SignedIn,
    @Input() { params, query }: Input<'downloadCharge'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const certificate = await this.charges.certificate(signedIn, params.chargeId, query.language);
    return storedPdf(reply, await this.documentBytes.open(certificate), certificate);
  }
}
