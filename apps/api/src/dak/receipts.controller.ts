import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ReceiptViewQuery } from '@patravali/dak';
import type { FastifyReply } from 'fastify';
import { withETag } from '../requests/etag';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';

@Controller()
export class ReceiptsController {
  constructor(private readonly viewReceipt: ReceiptViewQuery) {}

  @Operation('getReceipt')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getReceipt'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewReceipt.execute(actor, params.receiptId));
  }
}
