import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { readUpload, discardRest, NotPdf, TooLarge, UploadTruncated } from '@patravali/documents';
import type { FastifyRequest } from 'fastify';

/** What a form has around its file: boundaries and the headers of its parts. */
const AROUND_FILE_BYTES = 16 * 1024;
/** One file, and nothing that would have to be kept. */
const LIMITS = { files: 1, fields: 4, fieldSize: 1024, fieldNameSize: 100, parts: 8, headerPairs: 20 };

/**
 * The SHA-256 of the file in a form, hashed while it arrives: it is neither kept nor opened, so whatever it holds does nothing.
 * Null when no file was chosen.
 * @throws Refusal `too-large`, `upload-truncated`; `not-pdf` for what is no such form.
 */
export async function hashFormFile(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  limit: number,
): Promise<string | null> {
  if (!(body instanceof Readable)) throw new NotPdf();
  const form = formOf(headers);
  let hash: Promise<string | null> = Promise.resolve(null);
  form.on('file', (_name, file) => {
    hash = hashOf(file);
    // Told by the form as well, which is awaited first.
    hash.catch(() => undefined);
  });
  const parsed = once(form, 'finish').catch((error: unknown) => {
    throw new UploadTruncated(error);
  });
  await Promise.all([pour(body, form, limit + AROUND_FILE_BYTES), parsed]);
  return await hash;
}

function formOf(headers: FastifyRequest['headers']): BusboyInstance {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits: LIMITS });
  } catch {
    throw new NotPdf();
  }
}

async function pour(body: Readable, form: BusboyInstance, limit: number): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of readUpload(body)) {
      size += chunk.byteLength;
      if (size > limit) {
        discardRest(body, limit);
        throw new TooLarge(limit - AROUND_FILE_BYTES);
      }
      if (!form.write(chunk)) await once(form, 'drain');
    }
    form.end();
  } catch (error) {
    form.destroy();
    throw error;
  }
}

async function hashOf(file: Readable): Promise<string | null> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    hash.update(chunk);
  }
  return size === 0 ? null : hash.digest('hex');
}
