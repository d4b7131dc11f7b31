import { Controller, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import { MOST_PICTURES } from '@patravali/contract';
import { DocumentBytes, ReadPicture, UploadPictures } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { INERT_PDF } from '../answers/inert-pdf';
import { eachFileOfForm, NotForm } from '../requests/each-file-of-form';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentActor } from '../session/current-actor.decorator';
import { idempotencyKeyOf } from '../session/idempotency';
import { contentDisposition } from './content-disposition';

/** The pictures of which a document is made. */
@Controller()
export class PicturesController {
  constructor(
    private readonly uploadPictures: UploadPictures,
    private readonly readPicture: ReadPicture,
    private readonly documentBytes: DocumentBytes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'maxUploadBytes'>,
  ) {}

  /** The body is a form with the pictures as files, and one more is looked at than may come, so that it is refused. */
  @Operation('uploadPictures')
  async upload(
    @CurrentActor() actor: Actor,
    @Input() { query: { fileName, toDiarise } }: Input<'uploadPictures'>,
    @Req() request: FastifyRequest,
  ) {
    const length = request.headers['content-length'];
    const limits = { files: MOST_PICTURES + 1, bytes: this.config.maxUploadBytes };
    return await this.uploadPictures.execute(actor, {
      each: (take) =>
        eachFileOfForm(request, limits, take).catch((error: unknown) => {
          throw error instanceof NotForm ? new Refusal('not-picture', { page: 1 }) : error;
        }),
      fileName,
      toDiarise,
      announced: length === undefined ? undefined : Number(length),
      idempotencyKey: idempotencyKeyOf(request),
    });
  }

  @Operation('downloadPicture')
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params: { documentId, page } }: Input<'downloadPicture'>,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const picture = await this.readPicture.execute(actor, documentId, page);
    const etag = `"${picture.sha256}"`;
    const standing = { etag, 'cache-control': 'private, no-cache' };
    if (headers['if-none-match']?.includes(etag)) return void reply.status(304).headers(standing);
    const stream = await this.documentBytes.open(picture);
    void reply.headers({ ...INERT_PDF, ...standing });
    const disposition = contentDisposition('attachment', picture.fileName);
    return new StreamableFile(stream, { type: `image/${picture.format}`, disposition, length: picture.size });
  }
}
