import type { FastifyReply } from 'fastify';

const UNSAFE = /[^\w.-]+/g;

/** Sends a PDF that was made for this one request; a browser shows it, and saves it under the name. */
export function sendPdf(reply: FastifyReply, pdf: Uint8Array, name: string): void {
  void reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name.replace(UNSAFE, '_')}.pdf"`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}
