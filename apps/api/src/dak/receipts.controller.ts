import { Controller, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  CorrectReceipt,
  CreateReceipt,
  ForwardReceipt,
  OpenReceipt,
  ReceiptViewQuery,
  WhoSawReceipt,
} from '@patravali/dak';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { CurrentActor } from '../identity/current-actor.decorator';

@Controller()
export class ReceiptsController {
  constructor(
    private readonly createReceipt: CreateReceipt,
    private readonly viewReceipt: ReceiptViewQuery,
    private readonly openReceipt: OpenReceipt,
    private readonly forwardReceipt: ForwardReceipt,
    private readonly correctReceipt: CorrectReceipt,
    private readonly whoSawReceipt: WhoSawReceipt,
  ) {}

  @Operation('createReceipt')
  create(@CurrentActor() actor: Actor, @Input() { body }: Input<'createReceipt'>) {
    return this.createReceipt.execute(actor, body);
  }

  @Operation('getReceipt')
  async get(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'getReceipt'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewReceipt.execute(actor, params.receiptId));
  }

  @Operation('listWhoSawReceipt')
  whoSaw(@CurrentActor() actor: Actor, @Input() { params, query }: Input<'listWhoSawReceipt'>) {
    return this.whoSawReceipt.execute(actor, params.receiptId, query);
  }

  @Operation('openReceipt')
  open(@CurrentActor() actor: Actor, @Input() { params, ifMatch }: Input<'openReceipt'>) {
    return this.openReceipt.execute(actor, params.receiptId, ifMatch);
  }

  @Operation('forwardReceipt')
  forward(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'forwardReceipt'>) {
    return this.forwardReceipt.execute(actor, params.receiptId, body, ifMatch);
  }

  @Operation('correctReceipt')
  correct(@CurrentActor() actor: Actor, @Input() { params, body, ifMatch }: Input<'correctReceipt'>) {
    return this.correctReceipt.execute(actor, params.receiptId, body, ifMatch);
  }
}
