import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  ForwardReceipt as ForwardReceiptRequest,
  PageQuery,
  pageOf,
  PutInFile,
  PutReceiptInFile as PutReceiptInFileRequest,
  ReceiptChanged,
  ReceiptCreated,
  ReceiptRow,
  ReceiptView,
} from '@patravali/contract';
import { CreateReceipt, ForwardReceipt, OpenReceipt, ReceiptLists, ReceiptViewQuery } from '@patravali/dak';
import { PutReceiptInFile } from '@patravali/correspondence';
import type { FastifyReply } from 'fastify';
import { withETag } from '../http/etag';
import { IdPipe } from '../http/id-param';
import { IfMatch } from '../http/if-match.decorator';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';

@Controller()
export class ReceiptsController {
  constructor(
    private readonly createReceipt: CreateReceipt,
    private readonly viewReceipt: ReceiptViewQuery,
    private readonly lists: ReceiptLists,
  ) {}

  @Operation('createReceipt', { answer: ReceiptCreated, status: 201 })
  create(@CurrentActor() actor: Actor, @Body({ schema: CreateReceiptRequest }) request: CreateReceiptRequest) {
    return this.createReceipt.execute(actor, request);
  }

  @Operation('listReceiptInbox', { answer: pageOf(ReceiptRow) })
  inbox(@CurrentActor() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.lists.inbox(actor, query);
  }

  @Operation('getReceipt', { answer: ReceiptView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('receiptId', IdPipe) receiptId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withETag(reply, await this.viewReceipt.execute(actor, receiptId));
  }
}

/** The moves of a receipt. Each is one command; the controller only translates. */
@Controller()
export class ReceiptMovesController {
  constructor(
    private readonly openReceipt: OpenReceipt,
    private readonly forwardReceipt: ForwardReceipt,
    private readonly putReceiptInFile: PutReceiptInFile,
  ) {}

  @Operation('openReceipt', { answer: ReceiptChanged })
  open(@CurrentActor() actor: Actor, @Param('receiptId', IdPipe) receiptId: string, @IfMatch() ifMatch?: number) {
    return this.openReceipt.execute(actor, receiptId, ifMatch);
  }

  @Operation('forwardReceipt', { answer: ReceiptChanged })
  forward(
    @CurrentActor() actor: Actor,
    @Param('receiptId', IdPipe) receiptId: string,
    @Body({ schema: ForwardReceiptRequest }) request: ForwardReceiptRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.forwardReceipt.execute(actor, receiptId, request, ifMatch);
  }

  @Operation('putReceiptInFile', { answer: PutInFile })
  putInFile(
    @CurrentActor() actor: Actor,
    @Param('receiptId', IdPipe) receiptId: string,
    @Body({ schema: PutReceiptInFileRequest }) request: PutReceiptInFileRequest,
    @IfMatch() ifMatch?: number,
  ) {
    return this.putReceiptInFile.execute(actor, receiptId, request, ifMatch);
  }
}
