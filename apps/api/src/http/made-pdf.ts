import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { INERT_PDF } from './inert-pdf';

const UNSAFE = /[^\w.-]+/g;

/** A PDF that was made for this one request; a browser shows it, and saves it under the name. */
export function madePdf(reply: FastifyReply, pdf: Uint8Array, name: string): StreamableFile {
  void reply.headers({ ...INERT_PDF, 'cache-control': 'no-store' });
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    disposition: `inline; filename="${name.replace(UNSAFE, '_')}.pdf"`,
    length: pdf.byteLength,
  });
}
