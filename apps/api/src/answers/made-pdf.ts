import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { INERT_PDF } from './inert-pdf';

const UNSAFE = /[^\w.-]+/g;

/** A PDF that was made for this one request; a browser shows it, and saves it under the name. */
export function madePdf(reply: FastifyReply, pdf: Uint8Array, name: string): StreamableFile {
  void reply.headers(HEADERS);
  return new StreamableFile(pdf, { ...named(name), length: pdf.byteLength });
}

/** The same of one that lies in a file, which is removed when it has been sent or the client has gone. */
export async function madePdfFile(
  reply: FastifyReply,
  made: { readonly path: string; dispose(): Promise<void> },
  name: string,
): Promise<StreamableFile> {
  const { size } = await stat(made.path);
  void reply.headers(HEADERS);
  const stream = createReadStream(made.path).once('close', () => void made.dispose());
  return new StreamableFile(stream, { ...named(name), length: size });
}

/** One that was made before and lies in the store. */
export function storedPdf(
  reply: FastifyReply,
  stream: Readable,
  { size, fileName }: { readonly size: number; readonly fileName: string },
): StreamableFile {
  void reply.headers(HEADERS);
  return new StreamableFile(stream, { ...named(fileName.replace(/\.pdf$/, '')), length: size });
}

/** The same of what is a PDF or a ZIP, as its name says; a browser saves a ZIP and does not look into it. */
export function storedFile(
  reply: FastifyReply,
  stream: Readable,
  file: { readonly size: number; readonly fileName: string },
): StreamableFile {
  if (!file.fileName.endsWith('.zip')) return storedPdf(reply, stream, file);
  void reply.headers(HEADERS);
  const name = file.fileName.slice(0, -'.zip'.length).replace(UNSAFE, '_');
  const disposition = `attachment; filename="${name}.zip"`;
  return new StreamableFile(stream, { type: 'application/zip', disposition, length: file.size });
}

const HEADERS = { ...INERT_PDF, 'cache-control': 'no-store' };
const named = (name: string) => ({
  type: 'application/pdf',
  disposition: `inline; filename="${name.replace(UNSAFE, '_')}.pdf"`,
});
