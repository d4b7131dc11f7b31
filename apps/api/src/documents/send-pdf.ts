import type { FastifyReply } from 'fastify';
import { StreamableFile } from '@nestjs/common';
import { contentDisposition } from './content-disposition';

/** A PDF that was made for this one request: shown, not kept by anybody on the way. */
export function sendPdf(reply: FastifyReply, pdf: Uint8Array, fileName: string): StreamableFile {
  void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    disposition: contentDisposition('inline', fileName),
    length: pdf.byteLength,
  });
}
