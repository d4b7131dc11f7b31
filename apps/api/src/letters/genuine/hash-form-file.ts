import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { NotPdf } from '@patravali/documents';
import type { FastifyRequest } from 'fastify';
import { eachFileOfForm, NotForm } from '../../requests/each-file-of-form';

/**
 * The SHA-256 of the file in a form, hashed while it arrives: it is neither kept nor opened, so whatever it holds does nothing.
 * Null when no file was chosen.
 * @throws Refusal `too-large`, `upload-truncated`; `not-pdf` for what is no such form.
 */
export async function hashFormFile(
  request: Pick<FastifyRequest, 'body' | 'headers'>,
  limit: number,
): Promise<string | null> {
  let hash: string | null = null;
  await eachFileOfForm(request, { files: 1, bytes: limit }, async ({ body }) => {
    hash = await hashOf(body);
  }).catch((error: unknown) => {
    throw error instanceof NotForm ? new NotPdf() : error;
  });
  return hash;
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
