import { Readable } from 'node:stream';
import { Controller, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Actor } from '@patravali/authorization';
import { DocumentView, UploadQuery } from '@patravali/contract';
import { NotPdf, ReadDocument, type StoredDocument, UploadDocument } from '@patravali/documents';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../http/id-param';
import { Operation } from '../http/operation.decorator';
import { CurrentActor } from '../session/current-actor.decorator';
import { idempotencyKeyOf } from '../session/idempotency';
import { byteRange } from './byte-range';
import { contentDisposition } from './content-disposition';

@Controller()
export class DocumentsController {
  constructor(
    private readonly uploadDocument: UploadDocument,
    private readonly readDocument: ReadDocument,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** The body is the PDF itself. */
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Operation('uploadDocument', { answer: DocumentView, status: 201 })
  upload(
    @CurrentActor() actor: Actor,
    @Query({ schema: UploadQuery }) { fileName }: UploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<DocumentView> {
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw new NotPdf();
    const length = headers['content-length'];
    return this.uploadDocument.execute(actor, {
      body,
      fileName,
      announced: length === undefined ? undefined : Number(length),
      idempotencyKey: idempotencyKeyOf(request),
    });
  }

  /** The bytes never change under their id, so whoever has them need not ask again. */
  @Operation('downloadDocument', { media: 'application/pdf' })
  async download(
    @CurrentActor() actor: Actor,
    @Param('documentId', IdPipe) documentId: string,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const document = await this.readDocument.execute(actor, documentId);
    const etag = `"${document.sha256}"`;
    void reply.headers({ etag, 'cache-control': 'private, max-age=31536000, immutable', 'accept-ranges': 'bytes' });
    if (headers['if-none-match']?.includes(etag)) return void reply.status(304);
    return await this.bytes(document, headers['if-range'] === undefined ? headers.range : undefined, reply);
  }

  private async bytes(document: StoredDocument, wanted: string | undefined, reply: FastifyReply) {
    const { sha256, size, fileName } = document;
    const range = byteRange(wanted, size);
    if (range === 'outside') return void reply.status(416).header('content-range', `bytes */${size}`);
    if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    const stream = await this.store.get(sha256, range ?? undefined);
    return new StreamableFile(stream, {
      type: 'application/pdf',
      disposition: contentDisposition('inline', fileName),
      length: range ? range.end - range.start + 1 : size,
    });
  }
}
