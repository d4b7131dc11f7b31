import { Readable } from 'node:stream';
import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DocumentBytes, NotPdf, ReadDocument, type StoredDocument, UploadDocument } from '@patravali/documents';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INERT_PDF } from '../answers/inert-pdf';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';
import { idempotencyKeyOf } from '../session/idempotency';
import { byteRange } from './byte-range';
import { contentDisposition } from './content-disposition';

@Controller()
export class DocumentsController {
  constructor(
    private readonly uploadDocument: UploadDocument,
    private readonly readDocument: ReadDocument,
    private readonly documentBytes: DocumentBytes,
  ) {}

  /** The body is the PDF itself. */
  @Operation('uploadDocument')
  upload(
    @CurrentActor() actor: Actor,
    @Input() { query: { fileName, toDiarise } }: Input<'uploadDocument'>,
    @Req() request: FastifyRequest,
  ) {
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw new NotPdf();
    const length = headers['content-length'];
    return this.uploadDocument.execute(actor, {
      body,
      fileName,
      toDiarise,
      announced: length === undefined ? undefined : Number(length),
      idempotencyKey: idempotencyKeyOf(request),
    });
  }

  /**
   * The bytes never change under their id, so a browser that has them is told so and keeps them; but it asks each time, and
   * whoever has signed out is given nothing.
   */
  @Operation('downloadDocument')
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: Input<'downloadDocument'>,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const document = await this.readDocument.execute(actor, params.documentId);
    const etag = `"${document.sha256}"`;
    const standing = { etag, 'cache-control': 'private, no-cache', 'accept-ranges': 'bytes' };
    if (headers['if-none-match']?.includes(etag)) return void reply.status(304).headers(standing);
    const answer = await this.bytes(document, headers['if-range'] === undefined ? headers.range : undefined, reply);
    void reply.headers({ ...INERT_PDF, ...standing });
    return answer;
  }

  private async bytes(document: StoredDocument, wanted: string | undefined, reply: FastifyReply) {
    const { size, fileName } = document;
    const range = byteRange(wanted, size);
    if (range === 'outside') return void reply.status(416).header('content-range', `bytes */${size}`);
    const stream = await this.documentBytes.open(document, range);
    if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    return new StreamableFile(stream, {
      type: 'application/pdf',
      disposition: contentDisposition('inline', fileName),
      length: range ? range.end - range.start + 1 : size,
    });
  }
}
